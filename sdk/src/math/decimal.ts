import { InvalidDecimalError } from "../errors/math.ts";

const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d{1,3}))?$/i;
const DIGITS = 18;

/**
 * Reads a decimal number into WAD, digit by digit: no floating point, and what is below 1e-18 is cut off.
 * @param text For instance `0.25`, `.5`, `1e-7` or `-3`.
 * @returns The number, in WAD, rounded towards 0.
 * @throws {InvalidDecimalError} when `text` is anything else.
 */
export function parseWad(text: string): bigint {
  const [, sign, whole = "", fraction = "", exponent = "0"] = DECIMAL.exec(text) ?? [];
  if (whole + fraction === "") throw new InvalidDecimalError({ text });
  const digits = BigInt(whole + fraction);
  const scale = Number(exponent) + DIGITS - fraction.length;
  const wad = scale >= 0 ? digits * 10n ** BigInt(scale) : digits / 10n ** BigInt(-scale);
  return sign === "-" ? -wad : wad;
}
