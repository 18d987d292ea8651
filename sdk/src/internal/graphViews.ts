import { parseAbi } from "viem";

/** What funding reads of the rounds. */
export const roundsViewsAbi = parseAbi([
  "function REGISTRY() view returns (address)",
  "function unsettled() view returns (uint256)",
]);

/** What funding reads of the registry of projects. */
export const registryViewsAbi = parseAbi([
  "function TARGET() view returns (bytes32)",
  "function UNKNOWN() view returns (bytes32)",
  "function isSettled(uint256 round, bytes32 node) view returns (bool)",
  "function originalityAt(uint256 round, bytes32 node) view returns (uint256)",
  "function childrenAt(uint256 round, bytes32 node) view returns (bytes32[] children, uint256[] weights)",
]);
