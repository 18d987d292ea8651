// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IConnectedToRounds} from "../interfaces/IConnectedToRounds.sol";
import {IRounds} from "../interfaces/IRounds.sol";

/// @title A contract of an ecosystem that has to know its {IRounds}, which knows it
/// @dev The deployer makes the connection, once, and can do nothing else with it.
abstract contract ConnectedToRounds is IConnectedToRounds {
    /// @inheritdoc IConnectedToRounds
    address public immutable DEPLOYER;

    IRounds internal _rounds;

    /// @param deployer Who may connect: named, because a factory may be what deploys.
    constructor(address deployer) {
        if (deployer == address(0)) revert Connected_NoDeployer();
        DEPLOYER = deployer;
    }

    modifier onlyRounds() {
        if (msg.sender != address(_rounds)) revert Connected_NotRounds(msg.sender, address(_rounds));
        _;
    }

    /// @inheritdoc IConnectedToRounds
    function connect(address rounds_) external {
        if (msg.sender != DEPLOYER) revert Connected_NotDeployer(msg.sender, DEPLOYER);
        if (address(_rounds) != address(0)) revert Connected_AlreadyConnected(address(_rounds));
        if (rounds_.code.length == 0) revert Connected_NotContract(rounds_);
        if (!IRounds(rounds_).knows(address(this))) revert Connected_NotKnown(rounds_, address(this));
        _rounds = IRounds(rounds_);
        emit RoundsConnected(rounds_);
    }

    /// @inheritdoc IConnectedToRounds
    function rounds() external view returns (address) {
        return address(_rounds);
    }
}
