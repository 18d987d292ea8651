/**
 * The arithmetic of a trade, as `Lmsr.sol` and `Pool.sol` have it, for any size of the fixed point: at 1e18 it is the
 * contract's (a test holds it against the SDK's mirror, unit for unit), at 8 or 16 all of its states can be visited.
 */
export type Scale = {
  /** What 1 is. */
  readonly wad: bigint;
  /** `wad e^(l / wad)`, rounded down. */
  readonly exp: (l: bigint) => bigint;
  /** `wad ln(x / wad)`, rounded down. */
  readonly ln: (x: bigint) => bigint;
  /** Bounds of the log weights, in WAD. */
  readonly minLog: bigint;
  readonly maxLog: bigint;
};

/** Where a trade rounds: right ones are {@link RIGHT}. */
export type Rounding = {
  /** By how much selling `amount` moves a log weight. */
  readonly step: (amount: bigint, b: bigint, wad: bigint) => bigint;
  /** `b ratio / wad` with a margin, for a ratio that was measured. */
  readonly cost: (b: bigint, ratio: bigint, wad: bigint) => bigint;
};

/** Rounds a quotient of a positive divisor up. */
function up(x: bigint, y: bigint): bigint {
  const quotient = x / y;
  return x > 0n && x % y !== 0n ? quotient + 1n : quotient;
}

/** Rounds a quotient of a positive divisor down. */
function down(x: bigint, y: bigint): bigint {
  return -up(-x, y);
}

/** Against the trader, with a margin over the logarithm in its last unit. */
function against(margin: bigint): Rounding {
  return {
    step: (amount, b, wad) => up(amount * wad, b),
    cost: (b, ratio, wad) => (ratio < 0n && -ratio <= margin ? 0n : up(b * (ratio + margin), wad)),
  };
}

/** As the contracts do. */
export const RIGHT = against(2n);
/**
 * With what the twin's logarithm needs, which is less than one unit off where lnWad is up to 1.06. The contracts' margin
 * covers a wrong rounding of the log weights too, so that only with this one enumeration finds it out.
 */
export const TIGHT = against(1n);

/** Wrong ones, each of which some state of a small pool must give away. */
export const WRONG: Readonly<Record<string, Rounding>> = {
  "log weights move by less than was sold": { ...TIGHT, step: (amount, b, wad) => down(amount * wad, b) },
  "no margin over the logarithm": { ...RIGHT, cost: (b, ratio, wad) => up(b * ratio, wad) },
  "costs rounded down": { ...RIGHT, cost: (b, ratio, wad) => down(b * ratio, wad) },
  "a margin for the trader when prices fall": {
    ...RIGHT,
    cost: (b, ratio, wad) => (ratio >= 0n ? RIGHT.cost(b, ratio, wad) : down(b * (ratio - 2n), wad)),
  },
};

/** A small fixed point. @param wad What 1 is. @param range ln of the ratio of the greatest weight to the least. */
export function small(wad: number, range: number): Scale {
  const memo = new Map<bigint, bigint>();
  const exp = (l: bigint) => BigInt(Math.floor(wad * Math.exp(Number(l) / wad)));
  return {
    wad: BigInt(wad),
    exp: (l) => {
      const known = memo.get(l) ?? exp(l);
      memo.set(l, known);
      return known;
    },
    ln: (x) => BigInt(Math.floor(wad * Math.log(Number(x) / wad))),
    minLog: 1n,
    maxLog: BigInt(wad * range),
  };
}

/** Prices a trade between two sums of weights: `b ln(after / before)`, in units, against the trader. */
export function costOf(scale: Scale, rounding: Rounding, b: bigint, before: bigint, after: bigint): bigint {
  const { wad, ln } = scale;
  const ratio = after >= before ? ln(up(after * wad, before)) : -ln((before * wad) / after);
  return rounding.cost(b, ratio, wad);
}
