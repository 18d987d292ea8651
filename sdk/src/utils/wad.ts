/** One, in 18-digit fixed point. */
export const WAD = 10n ** 18n;

const DIGITS = 18;

/**
 * Writes a WAD as a decimal number, exactly and without an exponent; `parseWad` reads it back.
 * @param value Number, in WAD.
 */
export function formatWad(value: bigint): string {
  if (value < 0n) return `-${formatWad(-value)}`;
  const fraction = (value % WAD).toString().padStart(DIGITS, "0").replace(/0+$/, "");
  return `${value / WAD}${fraction && `.${fraction}`}`;
}
