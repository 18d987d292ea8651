import { parseAbi } from "viem";

/** What the Safe calls on the jury; a test compares it with the contract. */
export const juryAnswerAbi = parseAbi([
  "function post(uint256 market, uint256[] payouts, bytes32 ballotsRoot, string evidenceURI)",
  "function amend(uint256 market, uint256[] payouts, bytes32 ballotsRoot, string evidenceURI)",
  "function affirm(uint256 market)",
]);
