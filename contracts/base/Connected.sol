// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IConnected} from "../interfaces/IConnected.sol";
import {IRounds} from "../interfaces/IRounds.sol";

/// @title A contract of an ecosystem that has to know its {IRounds}, which knows it
/// @dev The deployer makes the connection, once, and can do nothing else with it.
abstract contract Connected is IConnected {
    /// @inheritdoc IConnected
    address public immutable DEPLOYER = msg.sender;

    /// @inheritdoc IConnected
    IRounds public rounds;

    modifier onlyRounds() {
        if (msg.sender != address(rounds)) revert Connected_NotRounds(msg.sender, address(rounds));
        _;
    }

    /// @inheritdoc IConnected
    function connect(IRounds rounds_) external {
        if (msg.sender != DEPLOYER) revert Connected_NotDeployer(msg.sender, DEPLOYER);
        if (address(rounds) != address(0)) revert Connected_AlreadyConnected(address(rounds));
        if (address(rounds_).code.length == 0) revert Connected_NotContract(address(rounds_));
        rounds = rounds_;
        emit RoundsConnected(address(rounds_));
    }
}
