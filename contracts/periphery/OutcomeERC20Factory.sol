// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {IMarkets} from "../interfaces/IMarkets.sol";
import {IOutcomeERC20Factory} from "../interfaces/IOutcomeERC20Factory.sol";
import {OutcomeERC20} from "./OutcomeERC20.sol";

/// @title OutcomeERC20Factory
/// @notice See {IOutcomeERC20Factory}.
contract OutcomeERC20Factory is IOutcomeERC20Factory {
    /* IMMUTABLES */

    /// @inheritdoc IOutcomeERC20Factory
    IMarkets public immutable MARKETS;

    /// @inheritdoc IOutcomeERC20Factory
    address public immutable IMPLEMENTATION;

    /* CONSTRUCTOR */

    constructor(IMarkets markets) {
        MARKETS = markets;
        IMPLEMENTATION = address(new OutcomeERC20(markets));
    }

    /* EXTERNAL */

    /// @inheritdoc IOutcomeERC20Factory
    function create(uint256 id) external returns (address wrapper) {
        wrapper = computeAddress(id);
        if (wrapper.code.length != 0) return wrapper;
        emit WrapperCreated(id, wrapper);
        Clones.cloneDeterministicWithImmutableArgs(IMPLEMENTATION, abi.encode(id), bytes32(id));
    }

    /* PUBLIC VIEW */

    /// @inheritdoc IOutcomeERC20Factory
    function computeAddress(uint256 id) public view returns (address wrapper) {
        return Clones.predictDeterministicAddressWithImmutableArgs(IMPLEMENTATION, abi.encode(id), bytes32(id));
    }
}
