import { concat, encodeAbiParameters, keccak256, numberToHex, size, sliceHex, type Address, type Hex } from "viem";

import { InvalidParameterError } from "../errors/math.ts";
import { assertWeights } from "../math/weights.ts";

const BYTES_EACH = 8;

/** A bid, and where it is made: what a commitment binds to. */
export type CommitmentOfParameters = {
  readonly chainId: number | bigint;
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Account that commits, and will get the tokens. */
  readonly bidder: Address;
  /** B, in units of the market's asset. */
  readonly budget: bigint;
  /** One for each outcome, in WAD, summing to exactly 1e18. */
  readonly weights: readonly bigint[];
  /** 32 secret bytes: `deriveBidSalt` or `randomSalt`. */
  readonly salt: Hex;
};

/**
 * Returns what `commit` takes, as the contract's `commitmentOf`, without asking anybody: whoever learns the salt before
 * the bid is revealed can try which weights fit. `keccak256(abi.encode(chainId, auction, market, bidder, budget,
 * keccak256(weights as consecutive uint64s), salt))` (DESIGN 4).
 * @throws {InvalidWeightsError} @throws {InvalidSumError} when the weights are none.
 */
export function commitmentOf(parameters: CommitmentOfParameters): Hex {
  const { chainId, auction, market, bidder, budget, weights, salt } = parameters;
  const encoded = encodeAbiParameters(
    [
      { type: "uint256" },
      { type: "address" },
      { type: "uint256" },
      { type: "address" },
      { type: "uint256" },
      { type: "bytes32" },
      { type: "bytes32" },
    ],
    [BigInt(chainId), auction, market, bidder, budget, hashWeights(weights), salt],
  );
  return keccak256(encoded);
}

/**
 * Returns the hash of weights, which `getBid` shows as the `commitment` of a revealed bid.
 * @param weights In WAD, summing to exactly 1e18.
 * @throws {InvalidWeightsError} @throws {InvalidSumError} when they are none.
 */
export function hashWeights(weights: readonly bigint[]): Hex {
  return keccak256(packWeights(weights));
}

/**
 * Packs weights as consecutive big-endian uint64s, as events and `commitmentOf` have them.
 * @param weights In WAD, summing to exactly 1e18.
 * @throws {InvalidWeightsError} @throws {InvalidSumError} when they are none.
 */
export function packWeights(weights: readonly bigint[]): Hex {
  assertWeights(weights);
  return concat(weights.map((weight) => numberToHex(weight, { size: BYTES_EACH })));
}

/**
 * Reads weights out of an event.
 * @param packed Consecutive big-endian uint64s.
 * @returns In WAD.
 * @throws {InvalidParameterError} when the length is no multiple of 8 bytes.
 */
export function unpackWeights(packed: Hex): bigint[] {
  const length = size(packed);
  if (length % BYTES_EACH !== 0) {
    throw new InvalidParameterError({ parameter: "packed", value: packed, expected: "a multiple of 8 bytes" });
  }
  return Array.from({ length: length / BYTES_EACH }, (_, i) =>
    BigInt(sliceHex(packed, i * BYTES_EACH, (i + 1) * BYTES_EACH)),
  );
}
