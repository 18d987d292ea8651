// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IConnectedToRounds: contracts that {IRounds} knows and that know it
/// @notice Both directions cannot be constructor arguments, so the deployer makes this one afterwards, once.
interface IConnectedToRounds {
    /// @notice The contract was connected to its rounds, for ever.
    event RoundsConnected(address indexed rounds);

    /// @notice Thrown at deployment when nobody could ever connect the contract.
    error Connected_NoDeployer();
    /// @notice Thrown when `caller` is not the deployer.
    error Connected_NotDeployer(address caller, address deployer);
    /// @notice Thrown when the contract is connected already.
    error Connected_AlreadyConnected(address rounds);
    /// @notice Thrown when the rounds are not a contract.
    error Connected_NotContract(address rounds);
    /// @notice Thrown when the rounds work with others than `part`, the contract that is to be connected.
    error Connected_NotKnown(address rounds, address part);
    /// @notice Thrown when `caller` is not the rounds (`rounds` is zero before the connection).
    error Connected_NotRounds(address caller, address rounds);

    /// @notice Who may connect the contract, once; named at deployment.
    function DEPLOYER() external view returns (address);

    /// @notice The rounds; zero before the connection.
    function rounds() external view returns (address);

    /// @notice Connects the contract to its rounds.
    /// @dev Requirements: the caller is the deployer; not connected before; `rounds_` is a contract, of rounds that
    /// know this one: {IRounds-knows}.
    function connect(address rounds_) external;
}
