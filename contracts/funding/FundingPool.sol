// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ConnectedToRounds} from "../shared/ConnectedToRounds.sol";
import {IEdgeRegistry} from "../interfaces/IEdgeRegistry.sol";
import {IFundingPool} from "../interfaces/IFundingPool.sol";
import {WAD} from "../shared/Limits.sol";
import {MeasuredPull} from "../shared/MeasuredPull.sol";
import {Permits} from "../shared/Permits.sol";

/// @title FundingPool
/// @notice See {IFundingPool}, which has the rules and the documentation.
/// @dev Proof of FP-6. Let R = received, o and W_i as the registry gives them for the round (fixed once final), with
/// sum(W_i) = 1 for a node with children and o = 1 without. claimed + claimable = floor(R o) and for each child
/// pulled_i + pullable_i = floor(R (1 - o) W_i), for R never falls and so neither do the floors. The numbers under the
/// floors sum to R o + R (1 - o) = R, and each floor takes off less than one unit.
/// FP-14: {held} grows by what is allotted out of the balance and falls by what is paid; pulls to UNKNOWN and sweeps
/// move it from one round to another.
contract FundingPool is IFundingPool, ConnectedToRounds, Multicall, ReentrancyGuardTransient {
    using Address for address payable;
    using Math for uint256;
    using SafeCast for uint256;
    using MeasuredPull for IERC20;
    using SafeERC20 for IERC20;

    /* TYPES */

    /// @dev Two slots: 128 + 128 and 128 + 8 bits.
    struct Pot {
        uint128 allotted;
        uint128 claimed;
        uint128 returned; // to UNKNOWN
        bool isSwept;
    }

    /// @dev Two slots: claims touch the first, pulls the first of the child and the second of the parent.
    struct Account {
        uint128 received; // 0 for the target and UNKNOWN, whose amounts are those of the pot
        uint128 claimed;
        uint128 pulled; // by all children
    }

    /// @dev What does not change within a call.
    struct Context {
        IEdgeRegistry registry;
        bytes32 target;
        bytes32 unknown;
    }

    /* CONSTANTS AND IMMUTABLES */

    /// @inheritdoc IFundingPool
    address public constant ETH = address(0);

    /// @inheritdoc IFundingPool
    uint256 public constant MAX_CLAIM_ROUNDS = 100;

    /// @inheritdoc IFundingPool
    uint256 public constant RECORDING_GAS = 150_000;

    /// @inheritdoc IFundingPool
    uint256 public immutable CLAIM_ROUNDS;

    /* STORAGE */

    /// @inheritdoc IFundingPool
    mapping(address token => uint256) public held;

    mapping(uint256 round => mapping(address token => Pot)) private _pots;
    mapping(uint256 round => mapping(address token => mapping(bytes32 node => Account))) private _accounts;
    mapping(uint256 round => mapping(address token => mapping(bytes32 parent => mapping(uint256 index => uint256))))
        private _pulled;

    /* CONSTRUCTOR */

    constructor(address deployer, uint256 claimRounds) ConnectedToRounds(deployer) {
        if (claimRounds == 0 || claimRounds > MAX_CLAIM_ROUNDS) {
            revert FundingPool_InvalidClaimRounds(claimRounds, MAX_CLAIM_ROUNDS);
        }
        CLAIM_ROUNDS = claimRounds;
    }

    /* MONEY IN */

    /// @inheritdoc IFundingPool
    receive() external payable {
        if (gasleft() >= RECORDING_GAS) _tryRecord();
    }

    /// @inheritdoc IFundingPool
    function record(address token) external nonReentrant returns (uint256 amount) {
        return _record(token);
    }

    /// @inheritdoc IFundingPool
    function fund(address token, uint256 amount) external nonReentrant returns (uint256 received) {
        if (token.code.length == 0) revert FundingPool_NotToken(token);

        // Interactions. They come first, for only the balance tells what has arrived; the guard and the books by
        // balance make a call back worthless.
        received = IERC20(token).pullMeasured(amount);

        // Effects.
        _recordFor(token, received);
    }

    /// @inheritdoc IFundingPool
    function fundETH() external payable nonReentrant {
        _recordFor(ETH, msg.value);
    }

    /// @inheritdoc IFundingPool
    function permit(address token, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        if (token.code.length == 0) revert FundingPool_NotToken(token);
        uint256 allowance = Permits.permit(token, amount, deadline, v, r, s);
        if (allowance < amount) revert FundingPool_PermitFailed(token, allowance, amount);
    }

    /* MONEY DOWN */

    /// @inheritdoc IFundingPool
    function pull(
        uint256 round,
        address token,
        bytes32 parent,
        uint256 index
    ) external nonReentrant returns (uint256 amount) {
        return _pull(_context(), round, token, Edge({parent: parent, index: index}));
    }

    /// @inheritdoc IFundingPool
    function pullMany(
        uint256 round,
        address token,
        Edge[] calldata edges
    ) external nonReentrant returns (uint256[] memory amounts) {
        Context memory context = _context();
        amounts = new uint256[](edges.length);
        for (uint256 i; i < edges.length; ++i) {
            amounts[i] = _pull(context, round, token, edges[i]);
        }
    }

    /* MONEY OUT */

    /// @inheritdoc IFundingPool
    function claim(
        uint256 round,
        address token,
        bytes32 node,
        address receiver
    ) external nonReentrant returns (uint256 amount) {
        amount = _claim(_registry(), Claim({round: round, token: token, node: node}), receiver);
        if (amount == 0) revert FundingPool_NothingToClaim(round, token, node);
    }

    /// @inheritdoc IFundingPool
    function claimFor(uint256 round, address token, bytes32 node) external nonReentrant returns (uint256 amount) {
        IEdgeRegistry registry = _registry();
        address payee = registry.payeeOf(node);
        if (payee == address(0)) revert FundingPool_NoPayee(node);
        amount = _pay(registry, Claim({round: round, token: token, node: node}), payee, payee);
        if (amount == 0) revert FundingPool_NothingToClaim(round, token, node);
    }

    /// @inheritdoc IFundingPool
    function claimMany(
        Claim[] calldata claims,
        address receiver
    ) external nonReentrant returns (uint256[] memory amounts) {
        IEdgeRegistry registry = _registry();
        amounts = new uint256[](claims.length);
        for (uint256 i; i < claims.length; ++i) {
            amounts[i] = _claim(registry, claims[i], receiver);
        }
    }

    /* MONEY BACK */

    /// @inheritdoc IFundingPool
    function sweep(uint256 round, address token) external nonReentrant returns (uint256 amount) {
        Pot storage pot = _openPot(round, token);
        uint256 next = _unsettled();
        if (next <= CLAIM_ROUNDS || round >= next - CLAIM_ROUNDS) {
            revert FundingPool_TooEarly(round, round.saturatingAdd(CLAIM_ROUNDS + 1), next);
        }
        amount = _leftIn(pot);
        pot.isSwept = true;
        _allot(next, token, amount);
        emit Swept(round, token, next, amount);
    }

    /* VIEWS */

    /// @inheritdoc IFundingPool
    function unrecorded(address token) external view returns (uint256) {
        return _unrecorded(token);
    }

    /// @inheritdoc IFundingPool
    function potOf(uint256 round, address token) external view returns (PotView memory) {
        Pot storage pot = _pots[round][token];
        return
            PotView({
                allotted: pot.allotted,
                claimed: pot.claimed,
                returned: pot.returned,
                swept: pot.isSwept ? _leftIn(pot) : 0,
                isSwept: pot.isSwept
            });
    }

    /// @inheritdoc IFundingPool
    function accountOf(uint256 round, address token, bytes32 node) external view returns (AccountView memory account) {
        Context memory context = _context();
        if (node == context.unknown) {
            account.received = account.claimed = _pots[round][token].returned;
            return account;
        }
        account.received = _receivedBy(context.target, round, token, node);
        account.claimed = _accounts[round][token][node].claimed;
        account.pulled = _accounts[round][token][node].pulled;
        account.dust = account.received - account.claimed - account.pulled;
        if (!_isOpen(context.registry, round, token, node)) return account;

        account.claimable = _claimable(context.registry, Claim({round: round, token: token, node: node}));
        account.dust -= account.claimable;
        uint256 children = context.registry.childCountAt(round, node);
        for (uint256 index; index < children; ++index) {
            (, uint256 weight) = context.registry.childAt(round, node, index);
            uint256 amount = _pullable(context, round, token, Edge({parent: node, index: index}), weight);
            amount = amount.min(account.dust); // as if pulled in this order (FP-7)
            account.pullable += amount;
            account.dust -= amount;
        }
    }

    /// @inheritdoc IFundingPool
    function claimable(uint256 round, address token, bytes32 node) external view returns (uint256) {
        IEdgeRegistry registry = _registry();
        if (!_isOpen(registry, round, token, node)) return 0;
        return _claimable(registry, Claim({round: round, token: token, node: node}));
    }

    /// @inheritdoc IFundingPool
    function pullable(uint256 round, address token, bytes32 parent, uint256 index) external view returns (uint256) {
        Context memory context = _context();
        if (!_isOpen(context.registry, round, token, parent)) return 0;
        (, uint256 weight) = context.registry.childAt(round, parent, index);
        return _pullable(context, round, token, Edge({parent: parent, index: index}), weight);
    }

    /// @inheritdoc IFundingPool
    function pulledOf(
        uint256 round,
        address token,
        bytes32 parent,
        uint256 count
    ) external view returns (uint256[] memory amounts) {
        amounts = new uint256[](count);
        for (uint256 index; index < count; ++index) {
            amounts[index] = _pulled[round][token][parent][index];
        }
    }

    /* PRIVATE */

    /// @dev In a call of its own: whatever fails in it, ether that arrives is taken and can be recorded later (FP-1).
    /// 1/64 of the gas stays here, more than it takes to end.
    function _tryRecord() private {
        // solhint-disable-next-line no-empty-blocks
        try this.record(ETH) {} catch {}
    }

    function _recordFor(address token, uint256 received) private {
        if (received == 0) revert FundingPool_NothingReceived(token);
        _record(token);
        emit Funded(msg.sender, token, received);
    }

    function _record(address token) private returns (uint256 amount) {
        amount = _unrecorded(token);
        uint256 round = _unsettled();
        if (amount == 0) return 0;
        held[token] += amount;
        _allot(round, token, amount);
        emit Recorded(token, round, amount);
    }

    function _allot(uint256 round, address token, uint256 amount) private {
        Pot storage pot = _pots[round][token];
        pot.allotted = (pot.allotted + amount).toUint128();
    }

    function _pull(
        Context memory context,
        uint256 round,
        address token,
        Edge memory edge
    ) private returns (uint256 amount) {
        Pot storage pot = _openPot(round, token);
        _requireSettled(context.registry, round, edge.parent);
        (bytes32 child, uint256 weight) = context.registry.childAt(round, edge.parent, edge.index);
        amount = _pullable(context, round, token, edge, weight);
        if (amount == 0) return 0;

        uint128 moved = amount.toUint128();
        _pulled[round][token][edge.parent][edge.index] += amount;
        _accounts[round][token][edge.parent].pulled += moved;
        emit Pulled(round, token, child, edge.parent, edge.index, amount);
        if (child == context.unknown) {
            uint256 next = _unsettled();
            pot.returned += moved;
            _allot(next, token, amount);
            emit Returned(round, token, next, amount);
        } else {
            _accounts[round][token][child].received += moved;
        }
    }

    /// @dev {_pay} for the caller, who must be the payee.
    function _claim(IEdgeRegistry registry, Claim memory claim_, address receiver) private returns (uint256) {
        address payee = registry.payeeOf(claim_.node);
        if (payee == address(0)) revert FundingPool_NoPayee(claim_.node);
        if (payee != msg.sender) revert FundingPool_NotPayee(claim_.node, msg.sender, payee);
        if (receiver == address(0)) revert FundingPool_InvalidReceiver(receiver);
        return _pay(registry, claim_, payee, receiver);
    }

    function _pay(
        IEdgeRegistry registry,
        Claim memory claim_,
        address payee,
        address receiver
    ) private returns (uint256 amount) {
        (uint256 round, address token, bytes32 node) = (claim_.round, claim_.token, claim_.node);
        Pot storage pot = _openPot(round, token);
        _requireSettled(registry, round, node);
        amount = _claimable(registry, claim_);
        if (amount == 0) return 0;

        // Effects.
        uint128 paid = amount.toUint128();
        _accounts[round][token][node].claimed += paid;
        pot.claimed += paid;
        held[token] -= amount;
        emit Claimed(round, token, node, payee, receiver, amount);

        // Interactions.
        if (token == ETH) {
            payable(receiver).sendValue(amount);
        } else {
            IERC20(token).safeTransfer(receiver, amount);
        }
    }

    function _openPot(uint256 round, address token) private view returns (Pot storage pot) {
        pot = _pots[round][token];
        if (pot.isSwept) revert FundingPool_AlreadySwept(round, token);
    }

    function _requireSettled(IEdgeRegistry registry, uint256 round, bytes32 node) private view {
        if (!registry.isSettled(round, node)) revert FundingPool_NotSettled(round, node);
    }

    function _isOpen(IEdgeRegistry registry, uint256 round, address token, bytes32 node) private view returns (bool) {
        return !_pots[round][token].isSwept && registry.isSettled(round, node);
    }

    /// @dev Rounds down (FP-4). received < 2^128 and (1 - o) W <= 1e36 < 2^120: the product fits.
    function _pullable(
        Context memory context,
        uint256 round,
        address token,
        Edge memory edge,
        uint256 weight
    ) private view returns (uint256) {
        uint256 received = _receivedBy(context.target, round, token, edge.parent);
        uint256 passedOn = WAD - context.registry.originalityAt(round, edge.parent);
        uint256 due = (received * (passedOn * weight)) / (WAD * WAD);
        due = due.saturatingSub(_pulled[round][token][edge.parent][edge.index]);
        return due.min(_leftTo(received, _accounts[round][token][edge.parent]));
    }

    /// @dev Rounds down (FP-9). The target and UNKNOWN have nothing in their accounts, and keep nothing.
    function _claimable(IEdgeRegistry registry, Claim memory claim_) private view returns (uint256) {
        Account storage account = _accounts[claim_.round][claim_.token][claim_.node];
        uint256 received = account.received;
        uint256 kept = (received * registry.originalityAt(claim_.round, claim_.node)) / WAD;
        return kept.saturatingSub(account.claimed).min(_leftTo(received, account));
    }

    /// @dev What an account has not given yet: the bound of FP-7, which binds only if final weights were to change.
    function _leftTo(uint256 received, Account storage account) private view returns (uint256) {
        return received.saturatingSub(uint256(account.claimed) + account.pulled);
    }

    function _receivedBy(bytes32 target, uint256 round, address token, bytes32 node) private view returns (uint256) {
        return node == target ? _pots[round][token].allotted : _accounts[round][token][node].received;
    }

    function _leftIn(Pot storage pot) private view returns (uint256) {
        return uint256(pot.allotted) - pot.claimed - pot.returned;
    }

    function _unrecorded(address token) private view returns (uint256) {
        if (token != ETH && token.code.length == 0) revert FundingPool_NotToken(token);
        return _balanceOf(token).saturatingSub(held[token]);
    }

    function _balanceOf(address token) private view returns (uint256) {
        return token == ETH ? address(this).balance : IERC20(token).balanceOf(address(this));
    }

    function _unsettled() private view returns (uint256) {
        if (address(_rounds) == address(0)) revert FundingPool_NotConnected();
        return _rounds.unsettled().max(1);
    }

    function _registry() private view returns (IEdgeRegistry) {
        if (address(_rounds) == address(0)) revert FundingPool_NotConnected();
        return _rounds.REGISTRY();
    }

    function _context() private view returns (Context memory) {
        IEdgeRegistry registry = _registry();
        return Context({registry: registry, target: registry.TARGET(), unknown: registry.UNKNOWN()});
    }
}
