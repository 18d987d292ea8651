import { parseAbi } from "viem";

/** The part of Safe v1.4.1 (and 1.3.0) that a posting needs. */
export const safeAbi = parseAbi([
  "function execTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, bytes signatures) payable returns (bool success)",
  "function getOwners() view returns (address[])",
  "function getThreshold() view returns (uint256)",
  "function nonce() view returns (uint256)",
  "event ExecutionSuccess(bytes32 indexed txHash, uint256 payment)",
  "event ExecutionFailure(bytes32 indexed txHash, uint256 payment)",
]);

/** `MultiSendCallOnly`: several calls as one delegatecall of a Safe. */
export const multiSendAbi = parseAbi(["function multiSend(bytes transactions) payable"]);
