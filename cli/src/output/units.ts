import type { Display } from "deepfunding";
import { BaseError, ContractError, toSdkError } from "deepfunding/errors";

import { formatMoney } from "./format.ts";

/** Which values of the contracts' errors are amounts of a token, by the names of the errors' classes. */
export const AMOUNTS: Readonly<Record<string, readonly string[]>> = {
  ERC20InsufficientAllowanceError: ["allowance", "needed"],
  ERC20InsufficientBalanceError: ["balance", "needed"],
  ERC6909InsufficientAllowanceError: ["allowance", "needed"],
  ERC6909InsufficientBalanceError: ["balance", "needed"],
  EdgeRegistryAboveMaximumError: ["amount", "maximum"],
  EdgeRegistryNotReceivedError: ["expected", "received"],
  FundingPoolPermitFailedError: ["allowance", "amount"],
  InsufficientBalanceError: ["balance", "needed"],
  JuryNotReceivedError: ["expected", "received"],
  MarketsAssetNotReceivedError: ["expected", "received"],
  MarketsAssetOverchargedError: ["amount", "charged"],
  MarketsAssetsAboveMaximumError: ["assets", "maximum"],
  MarketsAssetsBelowMinimumError: ["assets", "minimum"],
  MarketsCashOverflowError: ["cash"],
  MarketsCostAboveMaximumError: ["total", "maxCost"],
  MarketsInvalidLiquidityError: ["b", "minimum", "maximum"],
  MarketsLongsBelowMinimumError: ["amount", "minimum"],
  MarketsPermitFailedError: ["allowance", "amount"],
  MarketsPotOverflowError: ["pot", "maximum"],
  MarketsReserveTooSmallError: ["amount", "minimum"],
  OpeningAuctionBudgetAboveDepositError: ["budget", "deposit"],
  OpeningAuctionBudgetTooSmallError: ["budget", "minimum"],
  OpeningAuctionLiquidityTooLowError: ["b", "minimum"],
  OpeningAuctionNotReceivedError: ["expected", "received"],
  OpeningAuctionTooMuchMoneyError: ["amount", "maximum"],
  OutcomeERC20TransferFailedError: ["amount"],
  OutcomeTokensBalanceOverflowError: ["amount"],
  RoundsBudgetTooLargeError: ["budget", "maximum"],
  RoundsBudgetTooSmallError: ["budget", "minimum"],
  RoundsNotReceivedError: ["expected", "received"],
  RoundsSponsorshipTooSmallError: ["available", "amount"],
};

/** The amounts that an error and those behind it are about, in units: its sentences repeat theirs. */
export function amountsOf(thrown: unknown): readonly bigint[] {
  const amounts: bigint[] = [];
  const note = (error: unknown) => amounts.push(...ownAmounts(error)) < 0;
  new BaseError("", { cause: toSdkError(thrown) }).walk(note);
  return amounts;
}

function ownAmounts(error: unknown): readonly bigint[] {
  if (!(error instanceof ContractError)) return [];
  const values = error.values as Readonly<Record<string, unknown>>;
  return (AMOUNTS[error.name] ?? []).map((name) => values[name]).filter((value) => typeof value === "bigint");
}

/** Writes amounts of a token that a sentence says in units as people say them: `5000000 units` is `5 USDC`. */
export function withAmounts(text: string, amounts: readonly bigint[], token: Display): string {
  return amounts.reduce((said, amount) => {
    const inUnits = new RegExp(
      `(?<![\\w.-])${amount}(?![\\w.]\\w)( units of (the token|the stake token|money)| units)?`,
      "g",
    );
    return said.replace(inUnits, () => formatMoney(amount, token));
  }, text);
}

/** Writes integers that are too long to be read by their magnitude: what they are of nobody has said. */
export function withoutLongIntegers(text: string): string {
  return text.replace(
    /(?<![\w.])\d{16,}(?!\w)/g,
    (digits) => `${digits.charAt(0)}.${digits.slice(1, 4)}e${digits.length - 1}`,
  );
}
