// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IFundingPool} from "../interfaces/IFundingPool.sol";
import {ConnectedToRounds} from "../shared/ConnectedToRounds.sol";
import {Donations} from "./Donations.sol";
import {PayeeClaims} from "./PayeeClaims.sol";
import {Pulls} from "./Pulls.sol";

/// @title FundingPool
/// @notice See {IFundingPool}, which has the rules and the documentation.
/// @dev {Donations} take money in, {Pulls} move it down, {PayeeClaims} pay it out, and sweeps give back what nobody
/// claimed, over one {FundingState}.
///
/// Proof that nothing is lost but dust (FP-6). Let R = received, o and W_i as the registry gives them for the round
/// (fixed once final), with sum(W_i) = 1 for a node with children and o = 1 without. claimed + claimable = floor(R o)
/// and for each child pulled_i + pullable_i = floor(R (1 - o) W_i), for R never falls and so neither do the floors. The
/// numbers under the floors sum to R o + R (1 - o) = R, and each floor takes off less than one unit.
///
/// The balance covers the books (FP-14): {held} grows by what is allotted out of the balance and falls by what is paid;
/// pulls to UNKNOWN and sweeps move it from one round to another.
contract FundingPool is Donations, Pulls, PayeeClaims, Multicall {
    using Math for uint256;

    /* CONSTANTS AND IMMUTABLES */

    /// @inheritdoc IFundingPool
    uint256 public constant MAX_CLAIM_ROUNDS = 100;

    /// @inheritdoc IFundingPool
    uint256 public immutable CLAIM_ROUNDS;

    /* CONSTRUCTOR */

    constructor(address deployer, uint256 claimRounds) ConnectedToRounds(deployer) {
        if (claimRounds == 0 || claimRounds > MAX_CLAIM_ROUNDS) {
            revert FundingPool_InvalidClaimRounds(claimRounds, MAX_CLAIM_ROUNDS);
        }
        CLAIM_ROUNDS = claimRounds;
    }

    /* MONEY BACK */

    /// @inheritdoc IFundingPool
    function sweep(uint256 round, address token) external nonReentrant returns (uint256 amount) {
        Pot storage pot = _openPot(round, token);
        uint256 next = _nextToSettle();
        if (next <= CLAIM_ROUNDS || round >= next - CLAIM_ROUNDS) {
            revert FundingPool_TooEarly(round, round.saturatingAdd(CLAIM_ROUNDS + 1), next);
        }
        amount = _unspentOf(pot);
        pot.isSwept = true;
        _allot(next, token, amount);
        emit Swept(round, token, next, amount);
    }

    /* BOOKS */

    /// @inheritdoc IFundingPool
    function potOf(uint256 round, address token) external view returns (PotView memory) {
        Pot storage pot = _pots[round][token];
        return
            PotView({
                allotted: pot.allotted,
                claimed: pot.claimed,
                returned: pot.returned,
                swept: pot.isSwept ? _unspentOf(pot) : 0,
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
            amount = amount.min(account.dust); // it counts as if pulled in this order (FP-7)
            account.pullable += amount;
            account.dust -= amount;
        }
    }
}
