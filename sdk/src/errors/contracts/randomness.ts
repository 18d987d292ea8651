import type { Hex } from "viem";

import { formatTime } from "../../utils/format.ts";

import { contractError } from "./base.ts";

/** Thrown when a chain does not have the precompiles of EIP-2537. */
export class Bls12381NoPrecompileError extends contractError("Bls12381_NoPrecompile", {
  says: ({ precompile }) => `This chain has no precompile at ${precompile}.`,
  next: "Draw by headers, or by another beacon, on a chain that is not at Prague yet.",
}) {}

/** Thrown when a beacon is deployed without a period. */
export class DrandRandomnessNoPeriodError extends contractError("DrandRandomness_NoPeriod", {
  says: "The beacon has no period.",
  next: "Pass the seconds from one round of the beacon to the next: 3 for quicknet.",
}) {}

/** Thrown when a round of the beacon is not due yet. */
export class DrandRandomnessTooEarlyError extends contractError("DrandRandomness_TooEarly", {
  says: ({ round, time }) => `Round ${round} of the beacon is due at ${formatTime(time)} by the chain's clock.`,
  next: "Draw from then on; `getDraw` says which round it takes.",
}) {}

/** Thrown when a proof is not as long as a signature. */
export class DrandRandomnessWrongLengthError extends contractError("DrandRandomness_WrongLength", {
  says: ({ expected, actual }) => `The proof has ${actual} bytes; a signature has ${expected}.`,
  next: "Pass what `getDrawProof`, or `beaconProof`, makes of the beacon's answer.",
}) {}

/** Thrown when a proof is not the signature of the round. */
export class DrandRandomnessWrongSignatureError extends contractError("DrandRandomness_WrongSignature", {
  says: ({ round }) => `The proof is not the beacon's signature of round ${round}.`,
  next: "Fetch that round of that beacon: `getDraw` names both.",
}) {}

/** Thrown when the second of two sources of randomness does not come after the first. */
export class FallbackRandomnessNotInOrderError extends contractError("FallbackRandomness_NotInOrder", {
  says: ({ first, second }) => `The second source's time (${second}) does not come after the first one's (${first}).`,
  next: "Deploy the second source with a delay that is longer by the patience with the first.",
}) {}

/** Thrown when the time of a draw was missed. */
export class HeaderRandomnessMissedError extends contractError("HeaderRandomness_Missed", {
  says: ({ time, missedAt }) => `The time ${formatTime(time)} was missed at ${formatTime(missedAt)}.`,
  next: "Another time counts now: read `getDraw` again, and draw in time.",
}) {}

/** Thrown when a chain has no history contract that works. */
export class HeaderRandomnessNoHistoryError extends contractError("HeaderRandomness_NoHistory", {
  says: ({ expected, actual }) => `The history contract says ${actual} of the block before; its hash is ${expected}.`,
  next: "Deploy `DrandRandomness` on this chain: it does not keep its hashes as EIP-2935 says.",
}) {}

/** Thrown when a block has no random number. */
export class HeaderRandomnessNotRandomError extends contractError("HeaderRandomness_NotRandom", {
  says: ({ blockNumber, prevRandao }) => `Block ${blockNumber} has no random number, but ${prevRandao}.`,
  next: "On a local network mine the block alone, not in a batch; elsewhere use `DrandRandomness`.",
}) {}

/** Thrown when a block is not the first one at or after the time of the draw. */
export class HeaderRandomnessNotTheFirstError extends contractError("HeaderRandomness_NotTheFirst", {
  says: ({ time, parentTimestamp, timestamp }) =>
    `The block came at ${timestamp}, its parent at ${parentTimestamp}: it is not the first one from ${time} on.`,
  next: "Let `getDrawProof` find it; if another time counts by now, it finds that one's.",
}) {}

/** Thrown when the second header is not the parent's of the first. */
export class HeaderRandomnessNotTheParentError extends contractError("HeaderRandomness_NotTheParent", {
  says: ({ expected, actual }) => `The second header has the hash ${actual}; the block's parent has ${expected}.`,
  next: "Pass the headers of a block and of its parent, in this order: `encodeHeaderProof`.",
}) {}

/** Thrown when a draw comes before its time. */
export class HeaderRandomnessTooEarlyError extends contractError("HeaderRandomness_TooEarly", {
  says: ({ time }) => `The draw takes the first block from ${formatTime(time)} on.`,
  next: "Draw once that block was mined, in a later one.",
}) {}

/** Thrown when a header is not that of a block whose hash the chain knows. */
export class HeaderRandomnessUnknownHeaderError extends contractError("HeaderRandomness_UnknownHeader", {
  says: ({ blockNumber, expected, actual }) =>
    `The header of block ${blockNumber} has the hash ${actual}; ${describeHash(expected)}.`,
  next: "Draw between the next block and 8,191 blocks later; after 48 hours another time counts.",
}) {}

/** What the chain knows of a block that it is asked for. */
function describeHash(hash: Hex): string {
  return BigInt(hash) === 0n ? "the chain does not know that block's" : `the block has ${hash}`;
}
