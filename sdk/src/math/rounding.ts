import { InvalidParameterError } from "../errors/math.ts";
import { WAD } from "../utils/wad.ts";

/** Direction of a division: towards -infinity or +infinity. */
export type Rounding = "Down" | "Up";

/**
 * Divides towards -infinity, also for negative numbers (bigint's `/` goes towards 0).
 * @throws {InvalidParameterError} when `d` is not positive.
 */
export function floorDiv(a: bigint, d: bigint): bigint {
  if (d <= 0n) throw new InvalidParameterError({ parameter: "d", value: d, expected: "positive" });
  const quotient = a / d;
  return a % d < 0n ? quotient - 1n : quotient;
}

/**
 * Divides towards +infinity, also for negative numbers.
 * @throws {InvalidParameterError} when `d` is not positive.
 */
export function ceilDiv(a: bigint, d: bigint): bigint {
  return -floorDiv(-a, d);
}

/**
 * Returns `a * b / d`, rounded as named; the product has no limit.
 * @throws {InvalidParameterError} when `d` is not positive.
 */
export function mulDiv(a: bigint, b: bigint, d: bigint, rounding: Rounding): bigint {
  return rounding === "Up" ? ceilDiv(a * b, d) : floorDiv(a * b, d);
}

/** Returns `a * b` of two WADs, in WAD, rounded as named. */
export function mulWad(a: bigint, b: bigint, rounding: Rounding): bigint {
  return mulDiv(a, b, WAD, rounding);
}

/** Returns the lesser number. */
export function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** Returns the greater number. */
export function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** Returns the absolute value. */
export function abs(a: bigint): bigint {
  return a < 0n ? -a : a;
}

/**
 * Returns the square root, rounded down.
 * @throws {InvalidParameterError} when `x` is negative.
 */
export function sqrtDown(x: bigint): bigint {
  if (x < 0n) throw new InvalidParameterError({ parameter: "x", value: x, expected: "0 or more" });
  if (x < 2n) return x;
  // Newton's steps fall from above the root until they would rise.
  let root = 1n << BigInt((x.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + x / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
