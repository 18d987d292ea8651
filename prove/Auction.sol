// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Proofs of OA-8, OA-9, OA-10 and FP-6: floors of parts never exceed the whole
/// @notice Claims are taken one by one, in any order, each rounded down. The rule is an invariant of that walk, so it
/// holds after any number of claims.
contract Auction {
    uint256 private constant BOUND = 2 ** 96;

    /// @dev OA-8, one claim: with K of an outcome's money M claimed for C of the sets, C M <= K sets; then the claim of m
    /// gets `a = floor(m sets / M)`. Products are named, as is what they distribute to.
    /// @param cm `C M`.
    /// @param ks `K sets`.
    /// @param am `a M`.
    /// @param ms `m sets`.
    function claim(uint256 cm, uint256 ks, uint256 am, uint256 ms, uint256 r, uint256 m) external pure {
        require(cm < BOUND * BOUND && ks < BOUND * BOUND && ms < BOUND * BOUND && m > 0 && m < BOUND);
        require(cm <= ks);
        // a = floor(ms / M): a M + r = m sets with 0 <= r < M.
        require(r < m && am + r == ms);
        // (C + a) M <= (K + m) sets
        assert(cm + am <= ks + ms);
    }

    /// @dev OA-8, the end: all money of the outcome claimed, C M <= M sets, hence C <= sets: were C >= sets + 1, then
    /// C M >= M sets + M.
    function end(uint256 cm, uint256 setsM, uint256 more, uint256 m) external pure {
        require(cm < BOUND * BOUND && setsM < BOUND * BOUND && m > 0 && m < BOUND && more < BOUND * BOUND);
        require(cm <= setsM);
        // cm = (sets + excess) M with excess >= 1 would be setsM + more, more >= M.
        assert(!(cm == setsM + more && more >= m));
    }

    /// @dev OA-9: half of what was not revealed is forfeit, rounded up in total, so the halves that are paid back, each
    /// rounded down, are covered: one more withdrawal of a deposit keeps it so. Where nobody revealed all comes back.
    function withdraw(uint256 unrevealed, uint256 paid, uint256 deposits, uint256 deposit) external pure {
        require(unrevealed < BOUND && deposit < BOUND && deposits + deposit <= unrevealed);
        // `deposits` were withdrawn so far, for `paid`.
        require(2 * paid <= deposits);
        uint256 forfeits = unrevealed - unrevealed / 2;
        paid += deposit / 2;
        deposits += deposit;
        assert(2 * paid <= deposits);
        assert(paid + forfeits <= unrevealed);
    }

    /// @dev OA-9: what a revealed bid forfeits of its deposit is covered by what the bid itself leaves of it.
    function excess(uint256 deposit, uint256 size) external pure {
        require(deposit < BOUND && size <= deposit);
        uint256 forfeit = deposit > 8 * size ? (deposit - 8 * size + 1) / 2 : 0;
        assert(forfeit <= deposit - size);
    }

    /// @dev OA-10: deposits and budget pay for the sets, the pool, the rest of each bid and what returns.
    /// @param size Sum of the sizes of revealed bids: at most their budgets, which are at most their deposits.
    /// @param excesses Sum of what revealed bids forfeit: at most what their sizes leave, by {excess}.
    function conserve(
        uint256 deposits,
        uint256 revealed,
        uint256 size,
        uint256 excesses,
        uint256 budget,
        uint256 own,
        uint256 funding
    ) external pure {
        require(deposits < BOUND && budget < BOUND && revealed <= deposits && size <= revealed);
        require(own <= budget && funding <= budget - own && excesses <= revealed - size);
        uint256 unrevealed = deposits - revealed;
        uint256 returned = revealed == 0 ? unrevealed : unrevealed / 2;
        uint256 forfeits = excesses + unrevealed - returned;
        uint256 sets = size + own + forfeits;
        uint256 left = budget - own - funding;
        uint256 rests = revealed - size - excesses;
        assert(deposits + budget == sets + funding + left + rests + returned);
    }

    /// @dev FP-6: what is pulled along a node's edges and claimed never exceeds what it received: one more edge, with
    /// amounts times 1e36. `shares` is the sum of the shares so far.
    /// @param taken 1e36 times what was taken so far: at most `received shares`.
    /// @param part `received share` of this edge, of which the floor is taken.
    function pull(uint256 taken, uint256 sharesReceived, uint256 part) external pure {
        require(taken <= sharesReceived && sharesReceived < 2 ** 250 && part < 2 ** 250);
        uint256 amount = part / 1e36;
        assert(taken + amount * 1e36 <= sharesReceived + part);
    }
}
