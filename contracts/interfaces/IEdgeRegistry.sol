// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IConnectedToRounds} from "./IConnectedToRounds.sol";
import {ICredits} from "./ICredits.sol";
import {IJury} from "./IJury.sol";
import {IRounds} from "./IRounds.sol";

/// @title EdgeRegistry: who depends on whom, by how much, and who answers for it
/// @notice The graph: nodes are projects, edges carry weights. It starts from an import that was committed to at
/// deployment; after that a round changes it: anyone proposes edges against a bond, anyone challenges them, maintainers
/// declare, and {IRounds} settles what markets and jury made of it.
///
/// @dev Units. Ids are `keccak256(bytes(canonical project URL))`; weights, rates and originalities are in WAD (1e18);
/// bonds, stakes and credits in the smallest units of `MONEY`; times in unix seconds. b of a child market is in its
/// selection token, worth 1/c of money with c >= 1 unknown yet: bonds take it for money (c = 1), charges multiply by
/// the `share` that it turned out to be.
///
/// Money. An ERC-20 that arrives in full (ER-50). Rebasing tokens are unsupported. What is sent here by a plain
/// transfer belongs to nobody.
///
/// Trust. The deployer can only import what `GENESIS_ROOT` commits to. The registrar says who maintains what, 14 days
/// in advance; the maintainer in office may veto. Rounds give the weights. Nobody can take bonds but by the rules here.
///
/// Rules. The tests quote these numbers.
///
/// Genesis
/// - ER-1 The deployer imports nodes in chunks, `TARGET` first (originality 0), each node once, parents before children
///   that are parents themselves; {seal} ends it and works only if the chain of hashes is `GENESIS_ROOT`. Before,
///   nothing else works; after, the deployer has no power.
/// - ER-2 A list of children has 1 to 128 entries, no duplicate, no zero weight, not the node itself nor `TARGET`; its
///   weights sum to exactly 1e18.
///
/// Levels
/// - ER-3 Every edge of a list or of a candidate leads to a deeper level; so there is no cycle. `UNKNOWN` has no
///   children and no level.
/// - ER-4 Levels only grow. Anyone may raise a node to up to 256 below any other, while its children stay deeper; of
///   those, the ones that never had children are pushed down along with it.
///
/// Rosters
/// - ER-5 Roster of a node in a round = the children of its last list before the round, less those whose opt-out was
///   applied in the round, then the round's candidates in order of acceptance. If nobody remains of a list, or there
///   was none and there are candidates, `UNKNOWN` stands for it. It never changes once Registration has ended.
/// - ER-6 Base rates: the declared rates or the references (ER-60) of those who remain times the product of all (1 -
///   r); candidate i r_i times the product of the (1 - r) of those after it. Each floored at 1e-5, then normalised:
///   floored, the remainder to the largest (lowest index first). They sum to exactly 1e18 and none is below 0.99e-5.
/// - ER-7 Originality rates are within [0.01, 0.99].
/// - ER-8 A node that took part in a round (touched, proposed to, declared, left by an opt-out) is unknown for it until
///   it is settled, and can take part in no later one before.
///
/// Edges
/// - ER-10 In Registration anyone may propose a child of the target, or of a node in the target's roster, at a rate of
///   at least 1e-5, at least the least reference of 128 funded children, and at most 1/64. No duplicates, no opted-out
///   project, not the target, `UNKNOWN` or the parent itself. Nor under a seed whose opt-out has begun: it may leave
///   the roster, and nothing would settle the bond.
/// - ER-11 Bond (a) is `BOND_BASE / (1 - u)`, u the larger of candidates / 128 and their rates / (1/8), this one
///   included, rounded up; u >= 1 is refused. So no roster has more than 255 entries.
/// - ER-12 Bond (b) is `b ln(1 / (1 - r))`, rounded up: the most that the rate can cost the liquidity providers.
/// - ER-13 One challenger an edge, before Trading, with half of its bond, rounded up.
/// - ER-14 In the last eighth of Registration nothing is proposed, so that what was proposed last can be challenged.
///
/// Settlement
/// - ER-20 With payouts w, m the sum of w up to and including the candidate's and v = w_c / m: if v < r, (b) pays
///   `b m (v ln(v/r) + (1 - v) ln((1 - v)/(1 - r))) share`, rounded up, at most (b). Without a report, nothing.
/// - ER-21 Candidates below 1/12,800 leave, then what ranks below 128 (ties: the lower index stays). The weight of what
///   leaves is spread in proportion: floored, the remainder to the largest (lowest index first); sum exactly 1e18. The
///   list is never empty, as the largest of at most 256 weights is above 1/12,800.
/// - ER-22 The edge leaves: (a) is due to the jury's rewards, less a quarter, rounded down, to its challenger, whose
///   stake comes back. It stays: (a) comes back; half of a challenger's stake, rounded down, goes to the proposer, the
///   rest to the jury's rewards. The rest of (b) comes back in any case.
/// - ER-23 Compensation is the sum of the charges, in money, and is due to the rounds, for the sponsors of that round.
/// - ER-24 If nobody was asked (no market opened, and nobody judged), the references of the funded
///   children are their weights, candidates come to nothing, and all bonds and stakes come back.
///
/// References
/// - ER-60 The reference P of a roster is what base rates are without declarations: at first the imported weights; a
///   candidate counts at r, all before it times 1 - r. Floored at 1e-5 and normalised; originality within [0.01, 0.99].
/// - ER-61 A settlement makes it `sqrt(P_j J_j)` for the outcomes that the jury has compared, J its word; the others
///   keep P_j; what left the list is dropped. Prices, declarations and what nobody has judged never enter. A list that
///   is written freely (ER-32) is its own reference.
///
/// Declarations
/// - ER-30 The maintainer of a node in the target's roster may, in Registration and once a round, declare the weights
///   of its funded children and its originality. No rate (o and 1 - o included) changes by more than a factor of 2,
///   unless bonded with `b max ln(previous / declared)`, rounded up.
/// - ER-31 A bonded declaration pays `b max(0, sum w ln(previous / declared)) share`, rounded up, at most its bond; the
///   rest comes back.
/// - ER-32 The maintainer of any other node sets list and originality freely, in Registration and once a round; it
///   holds from this round. Such a node cannot become a seed in the same round.
///
/// Maintainers
/// - ER-40 A maintainer is who the registrar attests (EIP-712; an account or an ERC-1271 contract), from 14 days after
///   the attestation was submitted. Each attestation works once; a later one replaces one that waits.
/// - ER-41 The maintainer in office may veto one that waits.
/// - ER-42 The maintainer sets the payee; by default, and from a change of maintainer, it is the maintainer.
/// - ER-43 The maintainer may opt out, for ever: the project cannot be proposed any more, and from the next round
///   anyone may take it off the lists of its parents.
///
/// Money
/// - ER-50 What is to be paid in arrives in full or the call reverts.
/// - ER-51 Balance = bonds + stakes + credits + compensation and slashed bonds that nobody collected yet (+ what was
///   sent by plain transfers), always.
/// - ER-52 Credits leave to their account, or by its own call to a receiver of its choice, and only once.
/// - ER-53 A settlement moves no token: it credits. What is due to the rounds ({compensationOf}) and to the jury's
///   rewards ({slashed}) leaves by calls of its own, which fail alone: whatever the money does (it pauses, blocks,
///   begins to take a fee), weights become final, and other tokens and ether flow by them.
interface IEdgeRegistry is IConnectedToRounds, ICredits {
    /* TYPES */

    /// @notice A node of the genesis import.
    /// @param node Its id.
    /// @param originality What it keeps of its credit, in WAD; 0 for the target.
    /// @param children Ids of its children, at most 128.
    /// @param weights Their weights, in WAD, sum exactly 1e18.
    struct Import {
        bytes32 node;
        uint256 originality;
        bytes32[] children;
        uint256[] weights;
    }

    /// @notice A node's record.
    /// @param known Whether it is in the graph: an edge led to it once, or it is the target.
    /// @param level Its level; the target's is 0.
    /// @param touchedRound Last round that it took part in; 0: none yet.
    /// @param settledRound Last round that it was settled for.
    /// @param optOutRound First round in which it can be taken off lists; 0: it did not opt out.
    /// @param declaredRound Last round that its maintainer declared in.
    struct NodeView {
        bool known;
        uint64 level;
        uint32 touchedRound;
        uint32 settledRound;
        uint32 optOutRound;
        uint32 declaredRound;
    }

    /// @notice An edge that was proposed in a round.
    /// @param child Id of the project.
    /// @param proposer Who paid the bond and is paid back.
    /// @param rate r, its nominal base rate, in WAD.
    /// @param slotBond Part (a), in units of money.
    /// @param rateBond Part (b), in units of money.
    /// @param challenger Who challenged it; zero if nobody did.
    struct Candidate {
        bytes32 child;
        address proposer;
        uint64 rate;
        uint128 slotBond;
        uint128 rateBond;
        address challenger;
    }

    /// @notice What the maintainer of a seed declared in a round.
    /// @param declarer Who paid the bonds and is paid back; zero: nothing was declared.
    /// @param originality Declared originality, in WAD; 0: as before.
    /// @param weights Declared weights of the funded children of the roster, in WAD; empty: as before.
    /// @param weightBond Bond of the weights, in units of money.
    /// @param originalityBond Bond of the originality, in units of money.
    struct DeclarationView {
        address declarer;
        uint256 originality;
        uint256[] weights;
        uint256 weightBond;
        uint256 originalityBond;
    }

    /// @notice How a node's market went, for its bonds and its next weights; given by {IRounds}.
    /// @param weights Weights of all outcomes of the node's roster in this round, in WAD, sum exactly 1e18; empty:
    /// nobody was asked (ER-24).
    /// @param payouts What the market of the roster was resolved to by a report, in WAD; empty: never opened or never
    /// reported.
    /// @param verdict J, the jury's word on all outcomes of the roster, in WAD; empty: it has said nothing.
    /// @param compared Bit j: the jury has compared outcome j (ER-61).
    /// @param originalityVerdict The jury's word on the originality, in WAD; type(uint256).max: it has said nothing.
    /// @param originality The node's originality from now, in WAD (ignored for the target and for childless nodes).
    /// @param originalityPayout What its originality market was resolved to (o), in WAD; type(uint256).max: never
    /// opened or never reported.
    /// @param liquidity b of the roster's pool, in units of money or of its selection token.
    /// @param share What one unit of the pool's asset was worth in money, in WAD: 1e18 for the target, 1e18 / c for
    /// others.
    /// @param originalityLiquidity b of the originality pool, in units.
    /// @param originalityShare 1e18 / s.
    struct Outcome {
        uint256[] weights;
        uint256[] payouts;
        uint256[] verdict;
        uint256 compared;
        uint256 originalityVerdict;
        uint256 originality;
        uint256 originalityPayout;
        uint256 liquidity;
        uint256 share;
        uint256 originalityLiquidity;
        uint256 originalityShare;
    }

    /* EVENTS */

    /// @notice The import is complete.
    event Sealed(bytes32 root);
    /// @notice A node went down to `level`.
    event LevelRaised(bytes32 indexed node, uint256 level);
    /// @notice The edge parent -> child became candidate `index` of the round. `child` is the hash of `project`.
    event EdgeProposed(
        uint256 indexed round,
        bytes32 indexed parent,
        bytes32 indexed child,
        address proposer,
        string project,
        uint256 index,
        uint256 rate,
        uint256 slotBond,
        uint256 rateBond
    );
    /// @notice The candidate was challenged with `stake`.
    event EdgeChallenged(
        uint256 indexed round,
        bytes32 indexed parent,
        bytes32 indexed child,
        address challenger,
        uint256 stake
    );
    /// @notice The bond of a candidate was settled: `charge` was taken from (b); (a) was `slashed` if it left.
    event EdgeSettled(
        uint256 indexed round,
        bytes32 indexed parent,
        bytes32 indexed child,
        bool kept,
        uint256 charge,
        uint256 slashed
    );
    /// @notice The maintainer of a seed declared weights of its funded children (none: as before) and originality (0:
    /// as before).
    event Declared(
        uint256 indexed round,
        bytes32 indexed node,
        address indexed declarer,
        uint256[] weights,
        uint256 originality,
        uint256 weightBond,
        uint256 originalityBond
    );
    /// @notice The bonds of a declaration were settled; `charge` was taken from them.
    event DeclarationSettled(uint256 indexed round, bytes32 indexed node, address indexed declarer, uint256 charge);
    /// @notice The children of `node` are these from `round` on: imported (0), declared, settled, left by an opt-out.
    event ListWritten(
        uint256 indexed round,
        bytes32 indexed node,
        uint256 originality,
        bytes32[] children,
        uint256[] weights
    );
    /// @notice `node` takes part in `round`.
    event Touched(uint256 indexed round, bytes32 indexed node);
    /// @notice `amount` was sent to the rounds for the sponsors of `round`.
    event CompensationCollected(uint256 indexed round, uint256 amount);
    /// @notice `amount` of what was slashed was given to the jury's rewards.
    event SlashedCollected(uint256 amount);
    /// @notice `node` was settled for `round`: so much is due to the round's sponsors, and to the jury's rewards.
    event Settled(uint256 indexed round, bytes32 indexed node, uint256 compensation, uint256 slashed);
    /// @notice The registrar attested a maintainer, who is in office from `effectiveAt` unless vetoed.
    event Attested(bytes32 indexed node, address indexed maintainer, uint256 nonce, uint256 effectiveAt);
    /// @notice The maintainer in office vetoed the one that waited.
    event Vetoed(bytes32 indexed node, address indexed maintainer, address indexed vetoed);
    /// @notice The payee of a node was set; zero: the maintainer again.
    event PayeeSet(bytes32 indexed node, address indexed payee);
    /// @notice The project opted out; from `round` it can be taken off lists.
    event OptedOut(bytes32 indexed node, uint256 indexed round);
    /// @notice The child that had opted out was taken off its parent's list.
    event OptOutApplied(uint256 indexed round, bytes32 indexed parent, bytes32 indexed child);

    /* ERRORS */

    /// @notice Thrown at deployment when an address cannot be used: no registrar, or a money or jury that is no
    /// contract, or a jury that takes other money.
    error EdgeRegistry_InvalidAddress(address account);
    /// @notice Thrown at deployment when the target is zero or `UNKNOWN`, or bonds would be free.
    error EdgeRegistry_InvalidGenesis(bytes32 target, uint256 bondBase);
    /// @notice Thrown when the import is not complete yet.
    error EdgeRegistry_NotSealed();
    /// @notice Thrown when the import is complete already.
    error EdgeRegistry_AlreadySealed();
    /// @notice Thrown when what was imported is not what the deployment committed to.
    error EdgeRegistry_WrongRoot(bytes32 expected, bytes32 actual);
    /// @notice Thrown when an import is out of order: not the target first, a node twice, or before all its parents.
    error EdgeRegistry_WrongOrder(bytes32 node);
    /// @notice Thrown when a node is not in the graph.
    error EdgeRegistry_UnknownNode(bytes32 node);
    /// @notice Thrown when there are too many children or none, or not one weight for each.
    error EdgeRegistry_WrongLength(uint256 expected, uint256 actual);
    /// @notice Thrown when weights do not sum to exactly 1e18.
    error EdgeRegistry_InvalidSum(uint256 sum);
    /// @notice Thrown when child `index` has no weight.
    error EdgeRegistry_ZeroWeight(uint256 index);
    /// @notice Thrown when an originality is above 1e18, or not 0 for the target.
    error EdgeRegistry_InvalidOriginality(uint256 originality);
    /// @notice Thrown when the child is on the list already.
    error EdgeRegistry_DuplicateChild(bytes32 parent, bytes32 child);
    /// @notice Thrown when the node cannot be a child there: the target, the parent itself or `UNKNOWN`.
    error EdgeRegistry_InvalidChild(bytes32 parent, bytes32 child);
    /// @notice Thrown when an edge would not lead to a deeper level. Raise `child` first.
    error EdgeRegistry_LevelViolation(bytes32 parent, bytes32 child, uint256 parentLevel, uint256 childLevel);
    /// @notice Thrown when a node is raised by 0 or more than `maximum` steps.
    error EdgeRegistry_InvalidSteps(uint256 steps, uint256 maximum);
    /// @notice Thrown when the round is in another phase than the call needs.
    error EdgeRegistry_WrongPhase(uint256 round, IRounds.Phase phase);
    /// @notice Thrown when the node has to be settled for `round` first.
    error EdgeRegistry_NotSettled(bytes32 node, uint256 round);
    /// @notice Thrown when the node does not wait to be settled for `round`.
    error EdgeRegistry_NotPending(bytes32 node, uint256 round);
    /// @notice Thrown when a node is not in the target's roster, so that it has no market.
    error EdgeRegistry_NotSeed(bytes32 node);
    /// @notice Thrown when a node's weights are what its market says, or will be.
    error EdgeRegistry_HasMarket(bytes32 node);
    /// @notice Thrown when a project's name is empty or longer than `maximum` bytes.
    error EdgeRegistry_InvalidProject(uint256 length, uint256 maximum);
    /// @notice Thrown when a base rate is out of bounds.
    error EdgeRegistry_InvalidRate(uint256 rate, uint256 minimum, uint256 maximum);
    /// @notice Thrown from `end` on, when a round's edges can only be challenged.
    error EdgeRegistry_ProposalsEnded(uint256 round, uint256 end, uint256 timestamp);
    /// @notice Thrown when the parent takes no more candidates this round, or none of that rate.
    error EdgeRegistry_QuotaFull(uint256 candidates, uint256 rates);
    /// @notice Thrown when a bond or a stake is above what the caller is ready to pay.
    error EdgeRegistry_AboveMaximum(uint256 amount, uint256 maximum);
    /// @notice Thrown when the project opted out.
    error EdgeRegistry_OptedOut(bytes32 node);
    /// @notice Thrown when the project did not opt out, or only for a later round (`from`; 0: not at all).
    error EdgeRegistry_NotOptedOut(bytes32 node, uint256 from);
    /// @notice Thrown when the node is not a child that could be taken off.
    error EdgeRegistry_NotChild(bytes32 parent, bytes32 child);
    /// @notice Thrown when the edge is no candidate of the round.
    error EdgeRegistry_NotCandidate(uint256 round, bytes32 parent, bytes32 child);
    /// @notice Thrown when the candidate was challenged already.
    error EdgeRegistry_AlreadyChallenged(bytes32 parent, bytes32 child, address challenger);
    /// @notice Thrown when the node declared in this round already.
    error EdgeRegistry_AlreadyDeclared(bytes32 node, uint256 round);
    /// @notice Thrown when a seed without children declares.
    error EdgeRegistry_NoChildren(bytes32 node);
    /// @notice Thrown when `caller` is not the maintainer in office (zero: nobody is).
    error EdgeRegistry_NotMaintainer(bytes32 node, address caller, address maintainer);
    /// @notice Thrown when an attestation names nobody, or a node that has no maintainer: the target or `UNKNOWN`.
    error EdgeRegistry_InvalidMaintainer(bytes32 node, address maintainer);
    /// @notice Thrown when an attestation is not the next one of its node.
    error EdgeRegistry_InvalidNonce(bytes32 node, uint256 expected, uint256 actual);
    /// @notice Thrown when an attestation can no longer be submitted.
    error EdgeRegistry_Expired(uint256 deadline, uint256 timestamp);
    /// @notice Thrown when an attestation was not signed by the registrar.
    error EdgeRegistry_InvalidSignature(address registrar);
    /// @notice Thrown when no attestation waits.
    error EdgeRegistry_NothingToVeto(bytes32 node);
    /// @notice Thrown when less money arrived than was asked for.
    error EdgeRegistry_NotReceived(uint256 expected, uint256 received);
    /// @notice Thrown when `account` has no credits.
    error EdgeRegistry_NothingToWithdraw(address account);
    /// @notice Thrown when an index is not below a list's length.
    error EdgeRegistry_InvalidIndex(uint256 index, uint256 length);

    /* PARAMETERS */

    /// @notice What the hash chain of the genesis import must end in; it starts from zero, and each node makes it
    /// `keccak256(abi.encode(previous, node, originality, children, weights))`.
    function GENESIS_ROOT() external view returns (bytes32);

    /// @notice Who attests maintainers.
    function REGISTRAR() external view returns (address);

    /// @notice Token of bonds, stakes and compensation.
    function MONEY() external view returns (IERC20);

    /// @notice Whose rewards slashed bonds become.
    function JURY() external view returns (IJury);

    /// @notice Part (a) of a bond when nothing else is proposed, in units of money.
    function BOND_BASE() external view returns (uint256);

    /// @notice Seconds from an attestation to its effect.
    function ATTESTATION_DELAY() external view returns (uint256);

    /* GENESIS */

    /// @notice Imports nodes of the genesis, in topological order.
    /// @dev Requirements: the caller is the deployer; not sealed; ER-1, ER-2. Nothing is checked against
    /// `GENESIS_ROOT` before {seal}.
    function importNodes(Import[] calldata nodes) external;

    /// @notice Ends the import.
    /// @dev Requirements: the caller is the deployer; not sealed; the chain of hashes is `GENESIS_ROOT`; the target was
    /// imported.
    function seal() external;

    /* EDGES */

    /// @notice Proposes the edge parent -> project for the current round.
    /// @dev Requirements: ER-10 to ER-12, ER-14; the child can be deeper than the parent (ER-3); the bond arrives in
    /// full and is at most `maxBond`.
    /// @param parent Id of the target or of a node in its roster.
    /// @param project Canonical URL of the project, at most 512 bytes; its hash is the child's id. Another spelling is
    /// another id: the SDK's `canonicalProject` gives the one that counts.
    /// @param rate r, in WAD.
    /// @param maxBond The most that the caller pays, in units of money.
    /// @return child Id of the project.
    /// @return bond (a) + (b), in units of money.
    function proposeEdge(
        bytes32 parent,
        string calldata project,
        uint256 rate,
        uint256 maxBond
    ) external returns (bytes32 child, uint256 bond);

    /// @notice Challenges a candidate of the current round.
    /// @dev Requirements: Registration or Opening; not challenged before; the stake arrives in full and is at most
    /// `maxStake`.
    /// @return stake Half of the candidate's bond, rounded up, in units of money.
    function challengeEdge(bytes32 parent, bytes32 child, uint256 maxStake) external returns (uint256 stake);

    /// @notice Puts `node` `steps` levels below `parent`, so that an edge between them, or between their relatives, can
    /// be proposed. No effect if it is that deep already.
    /// @dev Requirements: both are in the graph; 1 to 256 steps; ER-4.
    function raiseLevel(bytes32 node, bytes32 parent, uint256 steps) external;

    /* MAINTAINERS */

    /// @notice Submits the registrar's attestation `Attestation(bytes32 node,address maintainer,uint256 nonce,uint256
    /// deadline)`. Anyone may call it.
    /// @dev Requirements: sealed; `node` is neither the target nor `UNKNOWN`; a maintainer is named; `nonce` is
    /// {nonceOf}; not after `deadline`; signed by the registrar.
    function attest(
        bytes32 node,
        address maintainer,
        uint256 nonce,
        uint256 deadline,
        bytes calldata signature
    ) external;

    /// @notice Vetoes the attestation that waits.
    /// @dev Requirements: the caller is the maintainer in office; one waits.
    function veto(bytes32 node) external;

    /// @notice Says who is paid for `node`; zero: the maintainer.
    /// @dev Requirements: the caller is the maintainer.
    function setPayee(bytes32 node, address payee) external;

    /// @notice Takes the project out of the game, for ever, from the next round.
    /// @dev Requirements: the caller is the maintainer; not opted out before.
    function optOut(bytes32 node) external;

    /// @notice Takes a child that opted out off its parent's list: of the target and of seeds in Registration, and the
    /// settlement makes it last; of others from Opening and before the round has settled, and it holds from this round.
    /// (In Registration it would keep such a node from becoming a seed.) Anyone may call it.
    /// @dev Requirements: the phase; the opt-out has begun; the child is on the parent's list; the parent is settled; a
    /// seed whose own opt-out has begun was taken off first.
    function applyOptOut(bytes32 parent, bytes32 child) external;

    /// @notice Declares base rates of a seed: of its funded children and of its originality.
    /// @dev Requirements: Registration; the caller is the node's maintainer; the node is in the target's roster and has
    /// children; once a round; no opt-out of its own has begun, those of children that have were applied; no zero
    /// weight; sum exactly 1e18; the bond, if a rate changes by more than a factor of 2, arrives in full and is at most
    /// `maxBond`.
    /// @param weights One for each funded child of the roster, in its order, in WAD; empty: as before.
    /// @param originality In WAD; type(uint256).max: as before. Taken within [0.01, 0.99].
    /// @return bond In units of money.
    function declare(
        bytes32 node,
        uint256[] calldata weights,
        uint256 originality,
        uint256 maxBond
    ) external returns (uint256 bond);

    /// @notice Sets children, weights and originality of a node that has no market, from this round.
    /// @dev Requirements: Registration; the caller is the node's maintainer; the node is in the graph, not the target
    /// and not in its roster, and takes no part in the round; once a round; ER-2 (but the list may be empty, and then
    /// the originality is 1e18), ER-3; no child has opted out.
    function declareChildren(
        bytes32 node,
        bytes32[] calldata children,
        uint256[] calldata weights,
        uint256 originality
    ) external;

    /* FOR ROUNDS */

    /// @notice Marks `node` as taking part in the current round, so that its weights are unknown until {settle}.
    /// @dev Requirements: the caller is the rounds; the node is settled as to earlier rounds. Idempotent in a round.
    function touch(bytes32 node) external;

    /// @notice Writes the final weights of `node` for `round`, settles the round's bonds of its edges and declarations,
    /// cuts to the top 128, and moves the reference, which the base rates of the next round are made of. Moves no token
    /// (ER-53).
    /// @dev Requirements: the caller is the rounds; touched in `round`; not settled before.
    /// @return compensation What is due to the round's sponsors, in units of money: {collectCompensation}.
    function settle(uint256 round, bytes32 node, Outcome calldata outcome) external returns (uint256 compensation);

    /// @notice Sends the rounds what is due to the sponsors of `round` so far; nothing, if nothing is.
    /// @dev Requirements: the caller is the rounds, which count what arrives ({IRounds-collectCompensation}).
    /// @return amount Units of money sent.
    function collectCompensation(uint256 round) external returns (uint256 amount);

    /* FOR ANYONE */

    /// @notice Gives what was slashed so far to the jury's rewards; nothing, if nothing was. Anyone may call it.
    /// @dev Requirements: it arrives in full at the jury.
    /// @return amount Units of money given.
    function collectSlashed() external returns (uint256 amount);

    /* VIEWS */

    /// @notice Returns what is due to the sponsors of `round` and was not collected yet, in units of money.
    function compensationOf(uint256 round) external view returns (uint256);

    /// @notice Returns what is due to the jury's rewards and was not collected yet, in units of money.
    function slashed() external view returns (uint256);

    /// @notice The node whose credit is 1: what the graph is for.
    function TARGET() external view returns (bytes32);

    /// @notice Returns how many outcomes the roster of `node` has in `round`: funded children that did not opt out,
    /// then this round's candidates in order of acceptance. Final when Registration has ended.
    function rosterSize(uint256 round, bytes32 node) external view returns (uint256);

    /// @notice Returns the child that is outcome `index` of the roster.
    function rosterAt(uint256 round, bytes32 node, uint256 index) external view returns (bytes32 child);

    /// @notice Returns all children of the roster with their base rates, in WAD, floored at 1e-5 and normalised to
    /// exactly 1e18.
    function roster(
        uint256 round,
        bytes32 node
    ) external view returns (bytes32[] memory children, uint256[] memory rates);

    /// @notice Returns the references of all outcomes of the roster, in its order, in WAD, sum exactly 1e18 (ER-60).
    function references(uint256 round, bytes32 node) external view returns (uint256[] memory);

    /// @notice Returns the reference of the node's originality in `round`, in WAD, within [0.01, 0.99].
    function originalityReference(uint256 round, bytes32 node) external view returns (uint256);

    /// @notice Returns the base rate of the node's originality in `round`, in WAD, within [0.01, 0.99].
    function originalityRate(uint256 round, bytes32 node) external view returns (uint256);

    /// @notice Returns whether the final weights of `node` for `round` are known: the round has settled, and the node
    /// waits for no settlement of it or of an earlier one.
    function isSettled(uint256 round, bytes32 node) external view returns (bool);

    /// @notice Returns the originality of `node` by the final weights of `round`, in WAD: 0 for the target, 1e18 for a
    /// node without children.
    /// @dev Requirements: {isSettled}.
    function originalityAt(uint256 round, bytes32 node) external view returns (uint256);

    /// @notice Returns the number of children of `node` by the final weights of `round`, at most 128.
    /// @dev Requirements: {isSettled}.
    function childCountAt(uint256 round, bytes32 node) external view returns (uint256);

    /// @notice Returns child `index` of `node` and its weight, in WAD, by the final weights of `round`.
    /// @dev Requirements: {isSettled}; `index` below {childCountAt}.
    function childAt(uint256 round, bytes32 node, uint256 index) external view returns (bytes32 child, uint256 weight);

    /// @notice Returns all children of `node` and their weights, in WAD, sum exactly 1e18, by the final weights of
    /// `round`.
    /// @dev Requirements: {isSettled}.
    function childrenAt(
        uint256 round,
        bytes32 node
    ) external view returns (bytes32[] memory children, uint256[] memory weights);

    /// @notice The child that stands for dependencies nobody listed: its share goes back to the funding pool.
    function UNKNOWN() external view returns (bytes32);

    /// @notice Returns who is paid for `node`; zero: nobody yet.
    function payeeOf(bytes32 node) external view returns (address);

    /// @notice Returns whether the import is complete.
    function isSealed() external view returns (bool);

    /// @notice Returns what the hash chain of the import is so far.
    function genesisHash() external view returns (bytes32);

    /// @notice Returns the record of `node`.
    function getNode(bytes32 node) external view returns (NodeView memory);

    /// @notice Returns whether `node` is in the target's roster of `round`, as it is now.
    function isSeed(uint256 round, bytes32 node) external view returns (bool);

    /// @notice Returns the candidates of `parent` in `round`, in order of acceptance.
    function getCandidates(uint256 round, bytes32 parent) external view returns (Candidate[] memory);

    /// @notice Returns what was declared for the seed `node` in `round`.
    function getDeclaration(uint256 round, bytes32 node) external view returns (DeclarationView memory);

    /// @notice Returns the bond of the next edge of `parent` in the current round, (a) and (b), in units of money.
    /// @dev Requirements: the parent takes such an edge: ER-10, ER-11.
    function bondOf(bytes32 parent, uint256 rate) external view returns (uint256 slotBond, uint256 rateBond);

    /// @notice Returns the maintainer in office; zero: nobody.
    function maintainerOf(bytes32 node) external view returns (address);

    /// @notice Returns the attestation that waits: who, and from when; zeros if none does.
    function pendingMaintainerOf(bytes32 node) external view returns (address maintainer, uint256 effectiveAt);

    /// @notice Returns the nonce of the next attestation of `node`.
    function nonceOf(bytes32 node) external view returns (uint256);
}
