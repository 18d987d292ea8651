// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IFundingPool} from "../interfaces/IFundingPool.sol";
import {MeasuredTransfers} from "../shared/MeasuredTransfers.sol";
import {Permits} from "../shared/Permits.sol";
import {FundingState} from "./FundingState.sol";

/// @title Money in: what arrives is recorded for the round that settles next (FP-1, FP-2, FP-3)
abstract contract Donations is FundingState {
    using Math for uint256;
    using MeasuredTransfers for IERC20;

    /// @inheritdoc IFundingPool
    uint256 public constant RECORDING_GAS = 150_000;

    /// @inheritdoc IFundingPool
    receive() external payable whenConnected {
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

    /// @inheritdoc IFundingPool
    function unrecorded(address token) external view returns (uint256) {
        return _unrecorded(token);
    }

    /// @dev Records in a call of its own: whatever fails in it, ether that arrives is taken and can be recorded later
    /// (FP-1). 1/64 of the gas stays here, more than it takes to end.
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
        uint256 round = _nextToSettle();
        if (amount == 0) return 0;
        held[token] += amount;
        _allot(round, token, amount);
        emit Recorded(token, round, amount);
    }

    function _unrecorded(address token) private view returns (uint256) {
        if (token != ETH && token.code.length == 0) revert FundingPool_NotToken(token);
        return _balanceOf(token).saturatingSub(held[token]);
    }

    function _balanceOf(address token) private view returns (uint256) {
        return token == ETH ? address(this).balance : IERC20(token).balanceOf(address(this));
    }
}
