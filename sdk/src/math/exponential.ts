import { ExpOverflowError, LnUndefinedError } from "../errors/math.ts";

/** From here on e^x, in WAD, is below half a unit. */
const EXP_ZERO = -41446531673892822313n;
const EXP_OVERFLOW = 135305999368893231589n;
/** ln 2 in 96-bit fixed point. */
const LN2 = 54916777467707473351141471128n;
const HALF = 1n << 95n;

/**
 * Returns e^x, equal to Solady's `FixedPointMathLib.expWad` to the wei (at most 1.7e-20 relative, then floored).
 *
 * Remco Bloemen's method (https://2π.com/22/exp-ln): reduce x by multiples of ln 2, then a (6, 7)-term rational
 * approximation, in 96-bit fixed point. Nothing in it leaves 256 bits, so plain bigint is exact.
 * @param x Exponent, in WAD.
 * @returns e^x, in WAD.
 * @throws {ExpOverflowError} when the result does not fit into 255 bits.
 */
export function expWad(x: bigint): bigint {
  if (x <= EXP_ZERO) return 0n;
  if (x >= EXP_OVERFLOW) throw new ExpOverflowError({ x });

  let z = (x << 78n) / 3814697265625n; // 5^18: from WAD to 96-bit fixed point, towards 0
  const k = ((z << 96n) / LN2 + HALF) >> 96n;
  z -= k * LN2;

  let y = z + 1346386616545796478920950773328n;
  y = ((y * z) >> 96n) + 57155421227552351082224309758442n;
  let p = y + z - 94201549194550492254356042504812n;
  p = ((p * y) >> 96n) + 28719021644029726153956944680412240n;
  p = p * z + (4385272521454847904659076985693276n << 96n);

  let q = z - 2855989394907223263936484059900n;
  q = ((q * z) >> 96n) + 50020603652535783019961831881945n;
  q = ((q * z) >> 96n) - 533845033583426703283633433725380n;
  q = ((q * z) >> 96n) + 3604857256930695427073651918091429n;
  q = ((q * z) >> 96n) - 14423608567350463180887372962807573n;
  q = ((q * z) >> 96n) + 26449188498355588339934803723976023n;

  return ((p / q) * 3822833074963236453042738258902158003155416615667n) >> (195n - k);
}

/**
 * Returns the natural logarithm, equal to Solady's `FixedPointMathLib.lnWad` to the wei (-1.06 to +0.06 units off).
 *
 * Remco Bloemen's method: split off powers of two, then an (8, 8)-term rational approximation, in 96-bit fixed point.
 * @param x Positive number, in WAD.
 * @returns ln x, in WAD.
 * @throws {LnUndefinedError} when `x` is not positive.
 */
export function lnWad(x: bigint): bigint {
  if (x <= 0n) throw new LnUndefinedError({ x });

  const k = BigInt(bitLength(x) - 97);
  const z = k >= 0n ? x >> k : x << -k; // in [1, 2), 96-bit fixed point

  let p = ((3273285459638523848632254066296n + z) * z) >> 96n;
  p = ((24828157081833163892658089445524n + p) * z) >> 96n;
  p = ((43456485725739037958740375743393n + p) * z) >> 96n;
  p -= 11111509109440967052023855526967n;
  p = ((p * z) >> 96n) - 45023709667254063763336534515857n;
  p = ((p * z) >> 96n) - 14706773417378608786704636184526n;
  p = p * z - (795164235651350426258249787498n << 96n);

  let q = z + 5573035233440673466300451813936n;
  q = ((q * z) >> 96n) + 71694874799317883764090561454958n;
  q = ((q * z) >> 96n) + 283447036172924575727196451306956n;
  q = ((q * z) >> 96n) + 401686690394027663651624208769553n;
  q = ((q * z) >> 96n) + 204048457590392012362485061816622n;
  q = ((q * z) >> 96n) + 31853899698501571402653359427138n;
  q = ((q * z) >> 96n) + 909429971244387300277376558375n;

  const scaled =
    1677202110996718588342820967067443963516166n * (p / q) +
    16597577552685614221487285958193947469193820559219878177908093499208371n * k + // ln 2
    600920179829731861736702779321621459595472258049074101567377883020018308n; // ln(2^96 / 1e18)
  return scaled >> 174n;
}

function bitLength(x: bigint): number {
  const hex = x.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex.charAt(0), 16)) + 28;
}
