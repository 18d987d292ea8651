import { floorWeightsFromNumbers } from "../../sdk/src/math/index.ts";
import type { Job } from "./job.ts";
import { beliefs, openingPrices, purchases, toUnits } from "./prices.ts";
import { B, BOUGHT, SPLIT } from "./run.ts";

/** Gas of the protocol: a transaction, a byte of calldata, a contract made for its code, and a byte of that code. */
const [TRANSACTION, BYTE, CREATE, CODE_BYTE] = [21_000, 16, 32_000, 200];
/** A word of storage that is touched first: from zero, and from another number. To zero gives a refund. */
const [NEW_WORD, OLD_WORD, CLEARED] = [22_100, 5_000, 4_800];
/** At most this part of the gas is refunded: EIP-3529. */
const MOST_REFUND = 1 / 5;
/** Money that moves: a call of its contract, and what two accounts have. */
const MONEY = 2_600 + 2 * OLD_WORD;

/** Words for `count` amounts of 128 bits. */
const words = (count: number): number => Math.ceil(count / 2);
const bytesOf = (values: readonly bigint[]): number =>
  values.reduce((bytes, value) => bytes + Math.ceil(value.toString(16).length / 2), 0);

/** A vector of prices, 8 bytes each, as code or as words, whichever costs less. */
const vector = (n: number): number => Math.min(CREATE + CODE_BYTE * 8 * n + NEW_WORD, Math.ceil(n / 4) * NEW_WORD);

/** What has to be told, in bytes that are not zero: amounts and prices, to the last unit; nothing else. */
function told(job: Job, n: number): bigint[] {
  const opening = openingPrices(n);
  const earlier = beliefs(opening, 1);
  switch (job) {
    case "open":
      return [...floorWeightsFromNumbers(opening), toUnits(B)];
    case "buy":
      return [toUnits(BOUGHT)];
    case "weightsFirst":
      return purchases(opening, earlier, B).map(toUnits);
    case "weights":
      return purchases(earlier, beliefs(opening, 2), B).map(toUnits);
    case "split":
      return [toUnits(SPLIT)];
    case "report":
      return floorWeightsFromNumbers(opening);
    case "redeem":
      return [];
  }
}

/** What has to be written: balances, two to a word; the state of the outcomes that trade, the same; a word of the pool. */
function written(job: Job, n: number): number {
  // A vector of weights is bought without its least underpriced outcome.
  const traded = words(n - 1);
  return {
    open: vector(n) + NEW_WORD + MONEY,
    buy: NEW_WORD + 2 * OLD_WORD + MONEY,
    weightsFirst: 2 * traded * NEW_WORD + OLD_WORD + MONEY,
    weights: traded * (NEW_WORD + OLD_WORD) + OLD_WORD + MONEY,
    split: words(n) * NEW_WORD + MONEY,
    report: vector(n),
    redeem: words(n) * OLD_WORD + MONEY,
  }[job];
}

/**
 * Gas that no implementation of a job saves which keeps amounts of 128 bits on the chain for later: a transaction, its
 * calldata, and the words that it writes. Computing, reading and events cost nothing here, so nobody can reach it.
 */
export function floorOf(job: Job, n: number): number {
  const gas = TRANSACTION + BYTE * bytesOf(told(job, n)) + written(job, n);
  return job === "redeem" ? gas - Math.min(words(n) * CLEARED, gas * MOST_REFUND) : gas;
}
