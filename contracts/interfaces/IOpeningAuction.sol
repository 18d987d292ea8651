// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IMarkets} from "./IMarkets.sol";
import {IOpening} from "./IOpening.sol";

/// @title IOpeningAuction: sealed bids set the opening prices of a pool
/// @notice Before a pool opens, traders commit to a prediction and what they back it with, unseen by each other; then
/// all reveal. The pool opens at the money-weighted mean of all predictions, and every bidder gets outcome tokens at
/// exactly these prices: being early beats nobody, and the order in which the money came does not matter.
///
/// @dev Units. Money is in the smallest units of the market's asset, an ERC-20 or an outcome token; weights and prices
/// in WAD (1e18); times in unix seconds. A phase includes the second in which it begins and excludes that in which the
/// next begins.
///
/// The price. A bid is a weight vector a (sum 1) and a budget B. `m_ij = floor(B_i a_ij)`; its size is
/// `B'_i = sum_j m_ij`, the rest of its deposit returns. The sponsor's bid is the base rates with a budget of b, the
/// liquidity of the pool. `M_j = sum_i m_ij`, `M = sum_j M_j`, and the price of j is `M_j / M`. With F the forfeits, a
/// bid gets `floor(m_ij (M + F) / M_j)` LONG_j of every outcome: the auction splits M + F full sets, and all claims on
/// an outcome together take no more. At resolution w a bid is worth `B' (1 + F/M) sum_j(w_j a_j / p_j)`.
///
/// Why b is at least 101,011 units: rates are at least 0.99e-5 (OA-1), so the sponsor's bid holds a unit of every
/// outcome.
///
/// Why the sponsor bids b: a bidder who distorts the opening moves the pool by what it would cost to move the pool,
/// so that trading back gains nothing. With a small sponsor's bid before a deep pool it did.
///
/// Anybody can forgo revealing for half of the deposit, after having seen others reveal. It moves no price, and pays
/// the others. What its other bids, revealed, get of that half comes back: it is cheap for who holds most of the
/// revealed money.
///
/// Whoever can hold 2^96 units of the asset can fill the pot of the market, or with half of that all deposits, and so
/// keep an auction from opening while they lie there: it then ends Void (OA-12).
///
/// Assets. As {IMarkets}: a token must arrive in full; rebasing tokens are unsupported, and harm only their own
/// auctions.
///
/// Rules. The tests quote these numbers.
///
/// - OA-1 Only the creator of a market prepares its auction, once, and it is the sponsor. No base rate is below
///   0.99e-5, and b is at least 101,011 units.
/// - OA-2 Phases follow each other by the clock: Committing until `revealsAt`, halfway between preparing and `opensAt`;
///   Revealing until `opensAt`; Clearing; and Opened by {clear}. Bids can be committed, and revealed, for an hour each
///   at the least. A market that was resolved, or closed, before anybody cleared is Void. No step needs a certain
///   account, but for an account's own bid.
/// - OA-3 A commitment binds to chain, contract, market, bidder, budget, weights and salt: copied from another account
///   it cannot be revealed.
/// - OA-4 While bids are committed an account may replace its commitment and add to its deposit, which never falls.
/// - OA-5 A bid counts if it is revealed, once, in time, with a budget of at most the deposit. What is done already as
///   asked, {reveal} and {clear}, succeeds without effect: nobody can make a batch of them fail by doing one first.
/// - OA-6 Prices are the money-weighted mean of all revealed bids and the sponsor's; without revealed bids the base
///   rates. The pool opens at them, none below 1e-5 before they are scaled to sum to 1 again.
/// - OA-7 A claim depends on no order of commitments, reveals or claims, and on no other claim.
/// - OA-8 LONG_j claimed, by all bidders and the sponsor, is at most M + F, the sets that the auction split.
/// - OA-9 Of a deposit that was not revealed half is forfeit, rounded up in total and per deposit, and of a bid that
///   was half of what its deposit exceeds `8 B'` by, rounded up: a deposit shows how large a bid may be, so a bid of
///   nothing cannot hold any deposit for show. Forfeits are shared by all revealed bids and the sponsor's in proportion
///   to their sizes, and move no price. Where nobody revealed nothing is forfeit: that was an outage of the chain, or
///   nobody bid.
/// - OA-10 Money in = sets + funding of the pool + what is paid back + dust of less than one unit a bid.
/// - OA-11 The sponsor gives at most `b + 11.52 b`; what the pool does not need comes back, its LONGs are redeemed for
///   it, the founding shares are its own.
/// - OA-12 In a Void auction every deposit, revealed or not, and the whole budget come back.
/// - OA-13 Auctions are apart: no call on one changes what another holds. Tokens sent here by mistake belong to nobody.
/// - OA-14 Gas of every call is independent of the number of bidders.
/// - OA-15 A commitment may carry a note of at most 4,096 bytes, which is emitted and not kept: the bid itself,
///   encrypted by its bidder, so that a key is enough to reveal it.
interface IOpeningAuction is IOpening {
    /* TYPES */

    /// @notice Where an auction stands; see OA-2.
    enum Phase {
        None,
        Committing,
        Revealing,
        Clearing,
        Opened,
        Void
    }

    /// @notice An auction.
    /// @param phase See {Phase}.
    /// @param sponsor Who prepared it.
    /// @param asset See {IMarkets-MarketParams}.
    /// @param assetId See {IMarkets-MarketParams}.
    /// @param b Liquidity of the pool, and budget of the sponsor's bid, in units.
    /// @param budget What {refund} still holds of the sponsor's money, in units; before clearing all that it gave.
    /// @param revealsAt When commitments end and reveals begin.
    /// @param opensAt When reveals end and the pool can open.
    /// @param closesAt When the market's trading ends.
    /// @param deposits All deposits ever, in units.
    /// @param revealed Deposits of the bids that were revealed, in units.
    /// @param sets Full sets that all bids share, in units: M + F; 0 before clearing.
    /// @param forfeits F, in units; before clearing those of the bids that were revealed.
    struct AuctionView {
        Phase phase;
        address sponsor;
        address asset;
        uint256 assetId;
        uint256 b;
        uint256 budget;
        uint40 revealsAt;
        uint40 opensAt;
        uint40 closesAt;
        uint256 deposits;
        uint256 revealed;
        uint256 sets;
        uint256 forfeits;
    }

    /// @notice A bid; all zero if there is none, or it was claimed or withdrawn.
    /// @param commitment What {commit} was given; once revealed the hash of the weights.
    /// @param deposit In units.
    /// @param budget B of a revealed bid, in units.
    /// @param revealed Whether it was revealed.
    struct BidView {
        bytes32 commitment;
        uint256 deposit;
        uint256 budget;
        bool revealed;
    }

    /* EVENTS */

    /// @notice An auction began. `prices` are the base rates (packed uint64 WADs).
    event AuctionPrepared(
        uint256 indexed market,
        address indexed sponsor,
        uint256 b,
        uint256 budget,
        uint256 revealsAt,
        uint256 opensAt,
        bytes prices
    );
    /// @notice A bid was committed, replaced or added to; `deposit` is all that it holds.
    event BidCommitted(uint256 indexed market, address indexed bidder, bytes32 commitment, uint256 deposit, bytes note);
    /// @notice A bid of `size` units was revealed with `weights` (packed uint64 WADs).
    event BidRevealed(uint256 indexed market, address indexed bidder, uint256 budget, uint256 size, bytes weights);
    /// @notice The pool opened at the clearing price. `money` is M.
    event AuctionCleared(uint256 indexed market, uint256 money, uint256 forfeits);
    /// @notice A bid got its LONGs, and `rest` of its deposit back.
    event BidClaimed(uint256 indexed market, address indexed bidder, address indexed receiver, uint256 rest);
    /// @notice What is left of a deposit was paid back.
    event DepositWithdrawn(uint256 indexed market, address indexed bidder, address indexed receiver, uint256 amount);
    /// @notice The sponsor got `amount` units back.
    event SponsorRefunded(uint256 indexed market, address indexed sponsor, uint256 amount);

    /* ERRORS */

    /// @notice Thrown when `caller` did not create `market` with this contract as opener and `context`.
    error OpeningAuction_NotCreator(uint256 market, address caller, bytes32 context);
    /// @notice Thrown when the auction was prepared before.
    error OpeningAuction_Exists(uint256 market);
    /// @notice Thrown when there would be no hour to commit and another one to reveal.
    error OpeningAuction_OpensTooSoon(uint256 opensAt, uint256 earliest);
    /// @notice Thrown when the pool would open when the market's trading has ended.
    error OpeningAuction_OpensTooLate(uint256 opensAt, uint256 closesAt);
    /// @notice Thrown when b is below 101,011 units.
    error OpeningAuction_LiquidityTooLow(uint256 b, uint256 minimum);
    /// @notice Thrown when the sponsor gives less than opening can cost.
    error OpeningAuction_BudgetTooSmall(uint256 budget, uint256 minimum);
    /// @notice Thrown when a base rate is below 0.99e-5, which no rate of a round is.
    error OpeningAuction_PriceTooLow(uint256 outcome, uint256 price, uint256 minimum);
    /// @notice Thrown when the sponsor's budget, or all deposits together, would exceed what a market can hold.
    error OpeningAuction_TooMuchMoney(uint256 amount, uint256 maximum);
    /// @notice Thrown when the auction is in another phase than the call needs.
    error OpeningAuction_WrongPhase(uint256 market, Phase phase);
    /// @notice Thrown when a commitment is zero: no bid hashes to it.
    error OpeningAuction_EmptyCommitment(uint256 market);
    /// @notice Thrown when a note is longer than 4,096 bytes.
    error OpeningAuction_NoteTooLong(uint256 length, uint256 maximum);
    /// @notice Thrown when a bid would be committed without a deposit.
    error OpeningAuction_NoDeposit(uint256 market, address bidder);
    /// @notice Thrown when there is no such bid: none was committed, or it was claimed or withdrawn.
    error OpeningAuction_NoBid(uint256 market, address bidder);
    /// @notice Thrown when the bid was revealed already, and not as it is given here; it waits for {claim}.
    error OpeningAuction_Revealed(uint256 market, address bidder);
    /// @notice Thrown when the bid was not revealed: {withdraw} pays back what is left.
    error OpeningAuction_NotRevealed(uint256 market, address bidder);
    /// @notice Thrown when budget, weights and salt do not hash to what the bidder committed to.
    error OpeningAuction_WrongOpening(uint256 market, address bidder, bytes32 committed, bytes32 given);
    /// @notice Thrown when a bid is for more than its deposit.
    error OpeningAuction_BudgetAboveDeposit(uint256 budget, uint256 deposit);
    /// @notice Thrown when a claim is made with other weights than were revealed.
    error OpeningAuction_WrongWeights(uint256 market, address bidder, bytes32 revealed, bytes32 given);
    /// @notice Thrown when a vector has another length than the market has outcomes.
    error OpeningAuction_WrongLength(uint256 expected, uint256 actual);
    /// @notice Thrown when less of the asset arrived than was asked for.
    error OpeningAuction_NotReceived(address asset, uint256 expected, uint256 received);

    /* BIDS */

    /// @notice Commits the caller to a bid, or replaces its commitment, and adds `amount` to its deposit.
    /// @dev Requirements: Committing; a commitment; a deposit, of before or now; `amount` arrives in full; all deposits
    /// together below 2^95; a note of at most 4,096 bytes.
    /// @param market Id of the market.
    /// @param commitment {commitmentOf} the caller's bid.
    /// @param amount Units to add to the deposit; it may be 0 when a commitment is replaced.
    /// @param note Emitted with the commitment (OA-15); it may be empty.
    function commit(uint256 market, bytes32 commitment, uint256 amount, bytes calldata note) external;

    /// @notice Reveals the bid of `bidder`. Whoever holds its opening may do so; a bid that was revealed so already
    /// stays as it is.
    /// @dev m rounds down. Requirements: Revealing; committed, not revealed yet; weights, one for each outcome, sum to
    /// exactly 1e18 (else {IMarkets-Markets_InvalidSum}); they hash to the commitment; `budget` at most the deposit.
    /// @param market Id of the market.
    /// @param bidder Account that committed.
    /// @param budget B, in units.
    /// @param weights a, in WAD.
    /// @param salt What the commitment was salted with.
    /// @return size B', in units.
    function reveal(
        uint256 market,
        address bidder,
        uint256 budget,
        uint256[] calldata weights,
        bytes32 salt
    ) external returns (uint256 size);

    /// @notice Opens the pool at the clearing price and splits the full sets for all claims. Anyone may call it.
    /// @dev Requirements: Clearing, or Opened.
    /// @param market Id of the market.
    /// @return funding What opening the pool cost of the sponsor's budget, in units; 0 if it was cleared before.
    function clear(uint256 market) external returns (uint256 funding);

    /// @notice Gives the caller's revealed bid its LONGs and the rest of its deposit.
    /// @dev LONGs round down. Requirements: Opened; revealed with these weights; not claimed yet.
    /// @param market Id of the market.
    /// @param weights As they were revealed, in WAD.
    /// @param receiver Account that gets tokens and money.
    /// @return ids LONGs of the bid, without those of which it gets nothing.
    /// @return amounts How many of each, in units.
    /// @return rest Of the deposit, in units.
    function claim(
        uint256 market,
        uint256[] calldata weights,
        address receiver
    ) external returns (uint256[] memory ids, uint256[] memory amounts, uint256 rest);

    /// @notice Pays back what is left of the caller's deposit: half, rounded down, if it was not revealed; all of it if
    /// nobody revealed, or if the auction is Void.
    /// @dev Requirements: Opened and not revealed, or Void; not withdrawn yet.
    /// @param market Id of the market.
    /// @param receiver Account that gets the money.
    /// @return amount In units.
    function withdraw(uint256 market, address receiver) external returns (uint256 amount);

    /// @notice Uses an EIP-2612 signature of the caller, so that {commit} in the same multicall can take the deposit. A
    /// signature that somebody else has already used does no harm.
    /// @dev Requirements: the token is a contract; afterwards the allowance is at least `amount`, if the permit fails
    /// (else {IMarkets-Markets_PermitFailed}).
    function permit(address token, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;

    /* VIEWS */

    /// @notice Returns an auction; `sponsor` is zero if there is none.
    function getAuction(uint256 market) external view returns (AuctionView memory);

    /// @notice Returns the bid of an account.
    function getBid(uint256 market, address bidder) external view returns (BidView memory);

    /// @notice Returns where an auction stands.
    function phaseOf(uint256 market) external view returns (Phase);

    /// @notice Returns M_j so far, the sponsor's bid included, in units.
    /// @dev Requirements: prepared.
    function moneyOf(uint256 market) external view returns (uint256[] memory money);

    /// @notice Returns the prices at which the pool would open with the bids revealed so far, or opened, in WAD.
    /// @dev Requirements: prepared.
    function pricesOf(uint256 market) external view returns (uint256[] memory prices);

    /// @notice Returns what to commit to: `keccak256(abi.encode(chainid, this contract, market, bidder, budget,
    /// hash of the weights, salt))`, where the weights are hashed as consecutive uint64s.
    /// @dev Ask your own program, not a server: whoever learns the salt learns the bid. Requirements: the weights sum
    /// to exactly 1e18.
    function commitmentOf(
        uint256 market,
        address bidder,
        uint256 budget,
        uint256[] calldata weights,
        bytes32 salt
    ) external view returns (bytes32);

    /// @notice The markets whose pools are opened here.
    function MARKETS() external view returns (IMarkets);
}
