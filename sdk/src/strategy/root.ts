const MOST_STEPS = 100;
/** Relative width of the first bracket around a guess, and how fast it widens. */
const FIRST_WIDTH = 1e-4;
/** What a guess counts at least for that, relative to the upper end. */
const LEAST_WIDTH = 1e-12;
const WIDENING = 16;

/** Ends between which a rising function passes 0, and its values there: `atLow <= 0 < atHigh`. */
type Bracket = { readonly low: number; readonly high: number; readonly atLow: number; readonly atHigh: number };

/**
 * Finds where a rising function is 0, by false position (Illinois) with bisection when that is slow.
 * @param low Where it is not positive.
 * @param high Where it is positive.
 * @param guess Where to look first.
 * @param tolerance Of the function's value.
 * @param resolution Of the point, relative: where the function jumps, its value never comes near 0.
 * @returns A point at which it is within `tolerance` of 0, or the last not positive one, as near as doubles get.
 */
export function risingRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  guess: number,
  tolerance: number,
  resolution = 1e-16,
): number {
  const start = bracket(f, low, high, guess);
  let [a, b, atA, atB] = [start.low, start.high, start.atLow, start.atHigh];
  let side = 0;
  for (let step = 0; step < MOST_STEPS && b - a > resolution * b && atA < -tolerance; ++step) {
    const falsePosition = (a * atB - b * atA) / (atB - atA);
    const x = step % 4 !== 3 && falsePosition > a && falsePosition < b ? falsePosition : (a + b) / 2;
    const value = f(x);
    if (Math.abs(value) <= tolerance) return x;
    // Halving the value of the end that stays twice keeps false position from creeping.
    if (value <= 0) {
      [a, atA] = [x, value];
      if (side === -1) atB /= 2;
      side = -1;
    } else {
      [b, atB] = [x, value];
      if (side === 1) atA /= 2;
      side = 1;
    }
  }
  return a;
}

/** A function's value at a point, and its derivative there. */
export type ValueAndSlope = { readonly value: number; readonly slope: number };

/**
 * Finds where a rising function is 0, by Newton's method, with bisection where that leaves what is known.
 * @param low Where it is not positive; not negative itself.
 * @param high Where it is positive; Infinity if that is not known.
 * @param guess Where to look first, between them.
 * @returns The point, as near as doubles get.
 */
export function newtonRoot(f: (x: number) => ValueAndSlope, low: number, high: number, guess: number): number {
  let [a, b, x] = [low, high, guess];
  for (let step = 0; step < MOST_STEPS; ++step) {
    const { value, slope } = f(x);
    if (value > 0) b = x;
    else a = x;
    const newton = x - value / slope;
    const next = newton > a && newton < b ? newton : middle(a, b);
    if (Math.abs(next - x) <= 1e-15 * x) break;
    x = next;
  }
  return x;
}

function middle(low: number, high: number): number {
  return high === Infinity ? 2 * low : (low + high) / 2;
}

function bracket(f: (x: number) => number, low: number, high: number, guess: number): Bracket {
  const start = Math.min(Math.max(guess, low), high);
  let [near, atNear] = [start, f(start)];
  const direction = atNear > 0 ? -1 : 1;
  // A guess at 0, or next to it, has no width of its own.
  for (let width = FIRST_WIDTH * Math.max(start, LEAST_WIDTH * high); ; width *= WIDENING) {
    const far = Math.min(Math.max(near + direction * width, low), high);
    const atFar = f(far);
    if (direction > 0 && (atFar > 0 || far === high)) return { low: near, high: far, atLow: atNear, atHigh: atFar };
    if (direction < 0 && (atFar <= 0 || far === low)) return { low: far, high: near, atLow: atFar, atHigh: atNear };
    [near, atNear] = [far, atFar];
  }
}
