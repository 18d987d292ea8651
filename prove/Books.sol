// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Proof of MK-2: the books of a market
/// @notice `pot - owed_j = cash - q_j` for every outcome j: what the pot has beyond the tokens, if all goes to j, is the
/// pool's inventory of j. Every function of {Markets} and of its pool that moves one of these numbers is one step here:
/// from any state in which the rule holds, with any amounts, costs and fees, it holds afterwards.
/// @dev A model: two outcomes stand for all, the one that a step names and any other, which it treats like all others.
/// `others` is what the SHORTs of outcomes but these two have out. A cost may be any number: MK-2 does not depend on it.
contract Books {
    int256 private constant BOUND = 2 ** 200;

    int256 private pot;
    int256 private cash;
    int256 private soldA;
    int256 private soldB;
    int256 private longA;
    int256 private longB;
    int256 private shortA;
    int256 private shortB;
    int256 private others;

    /// @dev If all goes to j: LONG_j and every SHORT but that of j are owed one each.
    function _holds() private view returns (bool) {
        return pot - longA - shortB - others == cash - soldA && pot - longB - shortA - others == cash - soldB;
    }

    function _small(int256 x) private pure returns (bool) {
        return x > -BOUND && x < BOUND;
    }

    /// @dev Any state of which the rule holds, far from the bounds of its type.
    function _assume() private view {
        require(_small(pot) && _small(cash) && _small(soldA) && _small(soldB) && _small(others));
        require(_small(longA) && _small(longB) && _small(shortA) && _small(shortB));
        require(_holds());
    }

    /// @dev {Markets-openPool}: `funding` enters pot and cash; tokens may be out already.
    function open(int256 funding) external {
        _assume();
        require(_small(funding) && cash == 0 && soldA == 0 && soldB == 0);
        pot += funding;
        cash += funding;
        assert(_holds());
    }

    /// @dev {Markets-split}, and with a negative amount {Markets-merge}.
    function split(int256 amount) external {
        _assume();
        require(_small(amount));
        pot += amount;
        longA += amount;
        longB += amount;
        assert(_holds());
    }

    /// @dev {Markets-splitPair} of A, and with a negative amount {Markets-mergePair}.
    function splitPair(int256 amount) external {
        _assume();
        require(_small(amount));
        pot += amount;
        longA += amount;
        shortA += amount;
        assert(_holds());
    }

    /// @dev {Markets-convert} of A, and with a negative amount {Markets-convertBack}.
    function convert(int256 amount) external {
        _assume();
        require(_small(amount));
        shortA -= amount;
        longB += amount;
        assert(_holds());
    }

    /// @dev {Pool-store}: LONGs of A are bought or sold.
    function tradeLong(int256 amount, int256 cost, int256 fee) external {
        _assume();
        require(_small(amount) && _small(cost) && _small(fee));
        longA += amount;
        soldA += amount;
        cash += cost + fee;
        pot += cost + fee; // the total of the quote
        assert(_holds());
    }

    /// @dev {Pool-store}: SHORTs of A are bought or sold; one asset for each is in the total.
    function tradeShort(int256 amount, int256 cost, int256 fee) external {
        _assume();
        require(_small(amount) && _small(cost) && _small(fee));
        shortA += amount;
        soldA -= amount;
        cash += cost + fee;
        pot += cost + fee + amount;
        assert(_holds());
    }

    /// @dev {PoolUpkeep-join}, and with a negative `paid` {PoolUpkeep-exit}: LONGs are given with it, as if sold.
    function join(int256 paid, int256 givenA, int256 givenB) external {
        _assume();
        require(_small(paid) && _small(givenA) && _small(givenB));
        pot += paid;
        cash += paid;
        longA += givenA;
        soldA += givenA;
        longB += givenB;
        soldB += givenB;
        assert(_holds());
    }

    /// @dev {PoolUpkeep-addReserve}: `amount` enters pot and cash; that it is reserve changes neither.
    function addReserve(int256 amount) external {
        _assume();
        require(_small(amount));
        pot += amount;
        cash += amount;
        assert(_holds());
    }

    /// @dev {PoolUpkeep-recentre}: full sets leave the books.
    function recentre(int256 least) external {
        _assume();
        require(_small(least));
        cash -= least;
        soldA -= least;
        soldB -= least;
        assert(_holds());
    }
}
