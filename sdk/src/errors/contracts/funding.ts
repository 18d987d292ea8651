import { isAddressEqual, zeroAddress, type Address } from "viem";

import { contractError } from "./base.ts";

/** Thrown when a round was swept in a token. */
export class FundingPoolAlreadySweptError extends contractError("FundingPool_AlreadySwept", {
  says: ({ round, token }) => `The claims of round ${round} in ${describeToken(token)} have ended.`,
  next: "What nobody claimed went to a later round: see its `Swept` event.",
}) {}

/** Thrown when a funding pool is deployed with an impossible time to claim. */
export class FundingPoolInvalidClaimRoundsError extends contractError("FundingPool_InvalidClaimRounds", {
  says: ({ claimRounds }) => `${claimRounds} rounds to claim in are not possible.`,
  next: ({ maximum }) => `Pass 1 to ${maximum} rounds.`,
}) {}

/** Thrown when money would be sent to nobody. */
export class FundingPoolInvalidReceiverError extends contractError("FundingPool_InvalidReceiver", {
  says: ({ receiver }) => `Nothing can be paid to ${receiver}.`,
  next: "Pass the address of an account.",
}) {}

/** Thrown when nobody is paid for a project yet. */
export class FundingPoolNoPayeeError extends contractError("FundingPool_NoPayee", {
  says: ({ node }) => `Nobody is paid for project ${node} yet.`,
  next: "Its maintainer has to be attested and to set a payee; the money waits until its round is swept.",
}) {}

/** Thrown when a funding pool does not know its rounds yet. */
export class FundingPoolNotConnectedError extends contractError("FundingPool_NotConnected", {
  says: "The funding pool is not connected to its rounds yet.",
  next: "Its deployer connects it with `connect`; nothing can be paid in until then.",
}) {}

/** Thrown when nothing arrived. */
export class FundingPoolNothingReceivedError extends contractError("FundingPool_NothingReceived", {
  says: ({ token }) => `Nothing of ${describeToken(token)} arrived.`,
  next: "Pass an amount above 0, of a token that does move it.",
}) {}

/** Thrown when a project has nothing to claim. */
export class FundingPoolNothingToClaimError extends contractError("FundingPool_NothingToClaim", {
  says: ({ round, token, node }) =>
    `Project ${node} has nothing of ${describeToken(token)} to claim in round ${round} now.`,
  next: "Its share may still be with its parents: pull it with `planPulls` and `pullMany` first.",
}) {}

/** Thrown when the caller is not who is paid for a project. */
export class FundingPoolNotPayeeError extends contractError("FundingPool_NotPayee", {
  says: ({ node, caller, payee }) => `For project ${node} ${payee} is paid; you are ${caller}.`,
  next: "Send it to the payee with `claimFor`, or claim from the payee's account.",
}) {}

/** Thrown when the weights of a project are not final. */
export class FundingPoolNotSettledError extends contractError("FundingPool_NotSettled", {
  says: ({ round, node }) => `The weights of project ${node} for round ${round} are not final.`,
  next: "Wait until the round has settled, and settle the project's markets.",
}) {}

/** Thrown when an address is no token. */
export class FundingPoolNotTokenError extends contractError("FundingPool_NotToken", {
  says: ({ token }) => `There is no token at ${token}.`,
  next: "Pass the address of an ERC-20 on this chain; for ether use `fundEth`, and the zero address elsewhere.",
}) {}

/** Thrown when a permit was refused and the allowance does not suffice. */
export class FundingPoolPermitFailedError extends contractError("FundingPool_PermitFailed", {
  says: ({ token, allowance, amount }) =>
    `${token} refused the permit; the allowance is ${allowance} of ${amount} units.`,
  next: "Sign again with the present nonce and a later deadline, or call `approveAsset`.",
}) {}

/** Thrown when a round cannot be swept yet. */
export class FundingPoolTooEarlyError extends contractError("FundingPool_TooEarly", {
  says: ({ round, from, unsettled }) =>
    `Round ${round} can be swept when round ${from} is the next to settle; that is round ${unsettled} now.`,
  next: "Until then its projects can claim.",
}) {}

function describeToken(token: Address): string {
  return isAddressEqual(token, zeroAddress) ? "ether" : `token ${token}`;
}
