// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IConnectedToRounds} from "./IConnectedToRounds.sol";

/// @title FundingPool: money in, down the graph by the weights of a round, out to who answers for a project
/// @notice Takes ETH and any ERC-20, from anyone, also by plain transfers. What is recorded before a round settles is
/// allotted to that round and flows by its final weights: a node keeps its originality and passes the rest on to its
/// children. Nothing is pushed: anyone may pull money along an edge, in any order and as often as they like, and a
/// project's payee claims what the project keeps. What nobody claims in `CLAIM_ROUNDS` rounds goes to a later round.
///
/// @dev Units. Amounts are in the smallest units of the token; {ETH} (the zero address) stands for ether. Originality
/// and weights are in WAD (1e18). Rounds are those of {IRounds}; weights, payees and what is settled those of its
/// registry. received(target) is what was allotted to the round.
///
/// Tokens. An ERC-20 is a fact of its balance here: what arrived counts, whatever its transfer says. A token that
/// lies, takes fees, blocks or rebases has books of its own and can harm nobody but those who are paid in it. A token
/// that two addresses speak for (also ether, on a chain where a contract speaks for it) would be counted twice.
///
/// Trust. The registry says who is paid and by which weights; whatever it says, no account gives more than it received
/// and no (round, token) more than was allotted to it.
///
/// Rules. The tests quote these numbers.
///
/// Money in
/// - FP-1 Once the pool is connected ether is taken from anyone and never refused, from 2,300 gas on. With enough gas
///   it is recorded at once. Before, nothing can be paid in but by the plain transfer of an ERC-20, which nobody can
///   refuse.
/// - FP-2 {record}: what the balance exceeds {held} is allotted to the round that settles next; before the first round
///   to round 1. Nothing else is ever allotted but what comes back (FP-8, FP-13).
/// - FP-3 What was allotted to a round that has settled does not change.
///
/// Money down
/// - FP-4 {pull} moves `floor(received(parent) (1 - o(parent)) W) - pulled` along one edge: one rounding, downwards,
///   of the sum and not of each part, so neither the order nor the number of pulls matters.
/// - FP-5 A node gives nothing before its weights of that round are final, and nothing after the sweep.
/// - FP-6 For every (round, token, node): received = claimed + claimable + pulled + pullable + dust, where dust is less
///   than one unit for each child and one for the node itself.
/// - FP-7 Whatever the registry says, `claimed + pulled <= received`.
/// - FP-8 What UNKNOWN is given leaves the round and is allotted to the round that settles next.
///
/// Money out
/// - FP-9 A node's payee may claim `floor(received o) - claimed` to a receiver of its choice; anyone may have it sent
///   to the payee. Nobody else is paid.
/// - FP-10 A payee or a token that reverts, or calls back, changes nothing for anybody else.
/// - FP-11 The books of a claim are closed before its transfer: who is called finds them right and cannot write them.
///
/// Money back
/// - FP-12 A round can be swept in a token, once, after `CLAIM_ROUNDS` more rounds have settled. Its pulls and claims
///   in this token go on until then and end with it.
/// - FP-13 The sweep allots all that was neither claimed nor given to UNKNOWN to the round that settles next.
///
/// Books
/// - FP-14 For each token: balance = unrecorded + the sum over rounds of allotted - claimed - returned - swept, as long
///   as the token moves what it says.
interface IFundingPool is IConnectedToRounds {
    /* TYPES */

    /// @notice The books of a round in a token.
    /// @param allotted What the round has to give.
    /// @param claimed What was paid to projects.
    /// @param returned What UNKNOWN was given, and a later round was allotted.
    /// @param swept What nobody claimed, and a later round was allotted.
    /// @param isSwept Whether the round's pulls and claims in the token have ended.
    struct PotView {
        uint256 allotted;
        uint256 claimed;
        uint256 returned;
        uint256 swept;
        bool isSwept;
    }

    /// @notice The account of a node in a round and a token. `received` is the sum of the others.
    /// @param received What its parents' edges brought; for the target what was allotted.
    /// @param claimed What was paid for it; for UNKNOWN what was allotted to later rounds.
    /// @param claimable What can be paid now.
    /// @param pulled What went to its children.
    /// @param pullable What its children can pull now.
    /// @param dust What rounding keeps until the sweep. As long as the node's weights are not final: all that it
    /// received. After the sweep: what went back.
    struct AccountView {
        uint256 received;
        uint256 claimed;
        uint256 claimable;
        uint256 pulled;
        uint256 pullable;
        uint256 dust;
    }

    /// @notice An edge of a round, by its parent and its position among the parent's children.
    struct Edge {
        bytes32 parent;
        uint256 index;
    }

    /// @notice What a node got in a round and a token.
    struct Claim {
        uint256 round;
        address token;
        bytes32 node;
    }

    /* EVENTS */

    /// @notice `amount` of what has arrived was allotted to `round`.
    event Recorded(address indexed token, uint256 indexed round, uint256 amount);
    /// @notice `amount` arrived from `funder` by {fund} or {fundETH}. {Recorded} precedes.
    event Funded(address indexed funder, address indexed token, uint256 amount);
    /// @notice `amount` moved from `parent` to `child`.
    event Pulled(
        uint256 indexed round,
        address indexed token,
        bytes32 indexed child,
        bytes32 parent,
        uint256 index,
        uint256 amount
    );
    /// @notice `amount` of what UNKNOWN was given in `round` was allotted to the round `into`.
    event Returned(uint256 indexed round, address indexed token, uint256 indexed into, uint256 amount);
    /// @notice `amount` was paid for `node` to `receiver`.
    event Claimed(
        uint256 indexed round,
        address indexed token,
        bytes32 indexed node,
        address payee,
        address receiver,
        uint256 amount
    );
    /// @notice `amount` that nobody had claimed in `round` was allotted to the round `into`.
    event Swept(uint256 indexed round, address indexed token, uint256 indexed into, uint256 amount);

    /* ERRORS */

    /// @notice Thrown at deployment when claims would end at once, or later than anybody waits.
    error FundingPool_InvalidClaimRounds(uint256 claimRounds, uint256 maximum);
    /// @notice Thrown when the rounds are not connected yet.
    error FundingPool_NotConnected();
    /// @notice Thrown when `token` is neither {ETH} nor a contract.
    error FundingPool_NotToken(address token);
    /// @notice Thrown when nothing arrived.
    error FundingPool_NothingReceived(address token);
    /// @notice Thrown when the weights of `node` for `round` are not final.
    error FundingPool_NotSettled(uint256 round, bytes32 node);
    /// @notice Thrown when `round` was swept: its pulls and claims in `token` have ended.
    error FundingPool_AlreadySwept(uint256 round, address token);
    /// @notice Thrown when `round` can be swept only when the round `from` settles next; now `unsettled` does.
    error FundingPool_TooEarly(uint256 round, uint256 from, uint256 unsettled);
    /// @notice Thrown when nobody is paid for `node` yet.
    error FundingPool_NoPayee(bytes32 node);
    /// @notice Thrown when `caller` is not who is paid for `node`.
    error FundingPool_NotPayee(bytes32 node, address caller, address payee);
    /// @notice Thrown when `node` has nothing to claim now.
    error FundingPool_NothingToClaim(uint256 round, address token, bytes32 node);
    /// @notice Thrown when a permit was refused and the allowance is less than what is asked for.
    error FundingPool_PermitFailed(address token, uint256 allowance, uint256 amount);
    /// @notice Thrown when money would be sent to nobody.
    error FundingPool_InvalidReceiver(address receiver);

    /* PARAMETERS */

    /// @notice What stands for ether among tokens: the zero address.
    function ETH() external view returns (address);

    /// @notice How many more rounds settle before what was not claimed goes back.
    function CLAIM_ROUNDS() external view returns (uint256);

    /// @notice Most rounds that a deployment accepts.
    function MAX_CLAIM_ROUNDS() external view returns (uint256);

    /// @notice Gas from which ether that arrives is recorded at once.
    function RECORDING_GAS() external view returns (uint256);

    /* MONEY IN */

    /// @notice Takes ether. Records it if there is enough gas to, and never reverts once connected.
    /// @dev Requirements: connected.
    receive() external payable;

    /// @notice Allots what has arrived of `token` since it was recorded last. Anyone may call it, at any time.
    /// @dev Idempotent: 0 if nothing arrived. Requirements: connected; `token` is {ETH} or a contract; the round's
    /// allotment stays below 2^128.
    /// @return amount Units allotted, also those of plain transfers.
    function record(address token) external returns (uint256 amount);

    /// @notice Takes `amount` of an ERC-20 from the caller and records it.
    /// @dev What arrives counts. Requirements: as for {record}; the caller allowed it; something arrives.
    /// @return received Units that arrived from the caller.
    function fund(address token, uint256 amount) external returns (uint256 received);

    /// @notice Takes ether and records it.
    /// @dev Requirements: as for {record}; the value is not 0.
    function fundETH() external payable;

    /// @notice Uses an EIP-2612 signature of the caller so that {fund} after it, in the same multicall, can be paid. A
    /// signature that somebody else has already used does no harm.
    /// @dev Requirements: the token is a contract; afterwards the allowance is at least `amount`, if the permit fails.
    function permit(address token, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;

    /* MONEY DOWN */

    /// @notice Moves what is due from `parent` to its child `index`. Anyone may call it, in any order, again and again.
    /// @dev Rounds down, once. Idempotent: 0 if nothing is due. Requirements: the weights of `parent` for `round` are
    /// final; `index` is one of its children; not swept.
    /// @return amount Units moved.
    function pull(uint256 round, address token, bytes32 parent, uint256 index) external returns (uint256 amount);

    /// @notice {pull} along several edges of a round, in this order: parents before children bring all in one call.
    /// @dev Requirements: as for {pull}, for each edge.
    /// @return amounts Units moved, for each edge.
    function pullMany(uint256 round, address token, Edge[] calldata edges) external returns (uint256[] memory amounts);

    /* MONEY OUT */

    /// @notice Pays what `node` keeps to `receiver`.
    /// @dev Rounds down. Requirements: the caller is the node's payee; the weights of `node` for `round` are final; not
    /// swept; something is claimable (pull it first); `receiver` is not zero.
    /// @return amount Units paid.
    function claim(uint256 round, address token, bytes32 node, address receiver) external returns (uint256 amount);

    /// @notice Pays what `node` keeps to its payee. Anyone may call it.
    /// @dev Rounds down. Requirements: as for {claim}, but for the caller; the node has a payee.
    /// @return amount Units paid.
    function claimFor(uint256 round, address token, bytes32 node) external returns (uint256 amount);

    /// @notice {claim} of several rounds, tokens and nodes of the caller. Those with nothing to claim are left out.
    /// @dev Requirements: as for {claim}, for each, but that something is claimable.
    /// @return amounts Units paid, for each claim.
    function claimMany(Claim[] calldata claims, address receiver) external returns (uint256[] memory amounts);

    /* MONEY BACK */

    /// @notice Ends the pulls and claims of `round` in `token`, and allots what is left to the round that settles next.
    /// Anyone may call it.
    /// @dev Requirements: `CLAIM_ROUNDS` more rounds have settled; not swept before.
    /// @return amount Units that went back.
    function sweep(uint256 round, address token) external returns (uint256 amount);

    /* VIEWS */

    /// @notice Returns what of `token` is accounted for: the sum over rounds of allotted - claimed - returned - swept.
    function held(address token) external view returns (uint256);

    /// @notice Returns what {record} would allot now, in units.
    /// @dev Requirements: `token` is {ETH} or a contract.
    function unrecorded(address token) external view returns (uint256);

    /// @notice Returns the books of a round in a token.
    function potOf(uint256 round, address token) external view returns (PotView memory);

    /// @notice Returns all terms of a node's account.
    /// @dev Reads all children: for calls without gas limit.
    function accountOf(uint256 round, address token, bytes32 node) external view returns (AccountView memory);

    /// @notice Returns what {claim} of `node` would pay now, whoever its payee is; 0 if that is not possible yet or any
    /// more.
    function claimable(uint256 round, address token, bytes32 node) external view returns (uint256);

    /// @notice Returns what {pull} would move now; 0 if that is not possible yet or any more.
    /// @dev Requirements: `index` is one of the children, if the weights are final.
    function pullable(uint256 round, address token, bytes32 parent, uint256 index) external view returns (uint256);

    /// @notice Returns what {pull} has moved along each of the first `count` edges of `parent`.
    function pulledOf(
        uint256 round,
        address token,
        bytes32 parent,
        uint256 count
    ) external view returns (uint256[] memory amounts);
}
