import { decodeErrorResult, isHex, type Hex } from "viem";

import { errorsAbi } from "../abi/errors.ts";
import type { ContractError, ContractErrorName, ContractErrorParameters } from "./contracts/base.ts";
import {
  MarketsAlreadyResolvedError,
  MarketsAssetNotReceivedError,
  MarketsAssetsAboveMaximumError,
  MarketsAssetsBelowMinimumError,
  MarketsCashOverflowError,
  MarketsClosedError,
  MarketsCostAboveMaximumError,
  MarketsDifferentBaseAssetError,
  MarketsEmptyError,
  MarketsExpiredError,
  MarketsReserveTooSmallError,
  MarketsFeeRateTooHighError,
  MarketsInvalidAssetError,
  MarketsInvalidIdError,
  MarketsInvalidLiquidityError,
  MarketsInvalidOutcomeError,
  MarketsInvalidOutcomeCountError,
  MarketsInvalidResolverError,
  MarketsInvalidSumError,
  MarketsInvalidTwapWindowError,
  MarketsLongsBelowMinimumError,
  MarketsMarketExistsError,
  MarketsNoPoolError,
  MarketsNotClosedError,
  MarketsNotOpenerError,
  MarketsNotResolvedError,
  MarketsNotResolverError,
  MarketsOutOfRangeError,
  MarketsPermitFailedError,
  MarketsPoolExistsError,
  MarketsPotOverflowError,
  MarketsPriceTooLowError,
  MarketsSharesLockedError,
  MarketsUnknownMarketError,
  MarketsUnorderedOutcomesError,
  MarketsWrongLengthError,
  MarketsZeroAmountError,
} from "./contracts/markets.ts";
import {
  JuryInvalidAddressError,
  JuryInvalidPeriodError,
  JuryInvalidSumError,
  JuryNoAmendmentLeftError,
  JuryNotReceivedError,
  JuryNothingToWithdrawError,
  JuryNotResolverError,
  JuryNotSafeError,
  JuryTooEarlyError,
  JuryTooLateError,
  JuryWrongLengthError,
  JuryWrongPayoutsError,
  JuryWrongStatusError,
  JuryZeroStakeError,
} from "./contracts/jury.ts";
import {
  ConnectedAlreadyConnectedError,
  ConnectedNotContractError,
  ConnectedNotDeployerError,
  ConnectedNotRoundsError,
} from "./contracts/connected.ts";
import {
  EdgeRegistryAboveMaximumError,
  EdgeRegistryAlreadyChallengedError,
  EdgeRegistryAlreadyDeclaredError,
  EdgeRegistryAlreadySealedError,
  EdgeRegistryDuplicateChildError,
  EdgeRegistryExpiredError,
  EdgeRegistryHasMarketError,
  EdgeRegistryInvalidAddressError,
  EdgeRegistryInvalidChildError,
  EdgeRegistryInvalidGenesisError,
  EdgeRegistryInvalidIndexError,
  EdgeRegistryInvalidMaintainerError,
  EdgeRegistryInvalidNonceError,
  EdgeRegistryInvalidOriginalityError,
  EdgeRegistryInvalidProjectError,
  EdgeRegistryInvalidRateError,
  EdgeRegistryInvalidSignatureError,
  EdgeRegistryInvalidStepsError,
  EdgeRegistryInvalidSumError,
  EdgeRegistryLevelViolationError,
  EdgeRegistryNoChildrenError,
  EdgeRegistryNotCandidateError,
  EdgeRegistryNotChildError,
  EdgeRegistryNotMaintainerError,
  EdgeRegistryNotOptedOutError,
  EdgeRegistryNotPendingError,
  EdgeRegistryNotReceivedError,
  EdgeRegistryNotSealedError,
  EdgeRegistryNotSeedError,
  EdgeRegistryNotSettledError,
  EdgeRegistryNothingToVetoError,
  EdgeRegistryNothingToWithdrawError,
  EdgeRegistryOptedOutError,
  EdgeRegistryQuotaFullError,
  EdgeRegistryUnknownNodeError,
  EdgeRegistryWrongLengthError,
  EdgeRegistryWrongOrderError,
  EdgeRegistryWrongPhaseError,
  EdgeRegistryWrongRootError,
  EdgeRegistryZeroWeightError,
} from "./contracts/registry.ts";
import { LensUnknownMarketError } from "./contracts/lens.ts";
import {
  ERC6909InsufficientAllowanceError,
  ERC6909InsufficientBalanceError,
  ERC6909InvalidReceiverError,
  OutcomeTokensBalanceOverflowError,
  OutcomeERC20InvalidReceiverError,
  OutcomeERC20TransferFailedError,
  ERC20InsufficientAllowanceError,
  ERC20InsufficientBalanceError,
  ERC20InvalidApproverError,
  ERC20InvalidReceiverError,
  ERC20InvalidSenderError,
  ERC20InvalidSpenderError,
  SafeERC20FailedOperationError,
} from "./contracts/tokens.ts";
import {
  AddressEmptyCodeError,
  CloneArgumentsTooLongError,
  Create2EmptyBytecodeError,
  FailedCallError,
  FailedDeploymentError,
  InsufficientBalanceError,
  InvalidShortStringError,
  ReentrancyGuardReentrantCallError,
  SafeCastOverflowedIntDowncastError,
  SafeCastOverflowedUintDowncastError,
  SafeCastOverflowedUintToIntError,
  StringsInsufficientHexLengthError,
  StringTooLongError,
} from "./contracts/openzeppelin.ts";
import { RpcUnreachableError } from "./rpc.ts";

/** The class of each custom error of the contracts. */
export const contractErrors = {
  Markets_AlreadyResolved: MarketsAlreadyResolvedError,
  Markets_AssetNotReceived: MarketsAssetNotReceivedError,
  Markets_AssetsAboveMaximum: MarketsAssetsAboveMaximumError,
  Markets_AssetsBelowMinimum: MarketsAssetsBelowMinimumError,
  Markets_CashOverflow: MarketsCashOverflowError,
  Markets_Closed: MarketsClosedError,
  Markets_CostAboveMaximum: MarketsCostAboveMaximumError,
  Markets_DifferentBaseAsset: MarketsDifferentBaseAssetError,
  Markets_Empty: MarketsEmptyError,
  Markets_Expired: MarketsExpiredError,
  Markets_ReserveTooSmall: MarketsReserveTooSmallError,
  Markets_FeeRateTooHigh: MarketsFeeRateTooHighError,
  Markets_InvalidAsset: MarketsInvalidAssetError,
  Markets_InvalidId: MarketsInvalidIdError,
  Markets_InvalidLiquidity: MarketsInvalidLiquidityError,
  Markets_InvalidOutcome: MarketsInvalidOutcomeError,
  Markets_InvalidOutcomeCount: MarketsInvalidOutcomeCountError,
  Markets_InvalidResolver: MarketsInvalidResolverError,
  Markets_InvalidSum: MarketsInvalidSumError,
  Markets_InvalidTwapWindow: MarketsInvalidTwapWindowError,
  Markets_LongsBelowMinimum: MarketsLongsBelowMinimumError,
  Markets_MarketExists: MarketsMarketExistsError,
  Markets_NoPool: MarketsNoPoolError,
  Markets_NotClosed: MarketsNotClosedError,
  Markets_NotOpener: MarketsNotOpenerError,
  Markets_NotResolved: MarketsNotResolvedError,
  Markets_NotResolver: MarketsNotResolverError,
  Markets_OutOfRange: MarketsOutOfRangeError,
  Markets_PermitFailed: MarketsPermitFailedError,
  Markets_PoolExists: MarketsPoolExistsError,
  Markets_PotOverflow: MarketsPotOverflowError,
  Markets_PriceTooLow: MarketsPriceTooLowError,
  Markets_SharesLocked: MarketsSharesLockedError,
  Markets_UnknownMarket: MarketsUnknownMarketError,
  Markets_UnorderedOutcomes: MarketsUnorderedOutcomesError,
  Markets_WrongLength: MarketsWrongLengthError,
  Markets_ZeroAmount: MarketsZeroAmountError,
  Jury_InvalidAddress: JuryInvalidAddressError,
  Jury_InvalidPeriod: JuryInvalidPeriodError,
  Jury_InvalidSum: JuryInvalidSumError,
  Jury_NoAmendmentLeft: JuryNoAmendmentLeftError,
  Jury_NotReceived: JuryNotReceivedError,
  Jury_NothingToWithdraw: JuryNothingToWithdrawError,
  Jury_NotResolver: JuryNotResolverError,
  Jury_NotSafe: JuryNotSafeError,
  Jury_TooEarly: JuryTooEarlyError,
  Jury_TooLate: JuryTooLateError,
  Jury_WrongLength: JuryWrongLengthError,
  Jury_WrongPayouts: JuryWrongPayoutsError,
  Jury_WrongStatus: JuryWrongStatusError,
  Jury_ZeroStake: JuryZeroStakeError,
  Connected_AlreadyConnected: ConnectedAlreadyConnectedError,
  Connected_NotContract: ConnectedNotContractError,
  Connected_NotDeployer: ConnectedNotDeployerError,
  Connected_NotRounds: ConnectedNotRoundsError,
  EdgeRegistry_AboveMaximum: EdgeRegistryAboveMaximumError,
  EdgeRegistry_AlreadyChallenged: EdgeRegistryAlreadyChallengedError,
  EdgeRegistry_AlreadyDeclared: EdgeRegistryAlreadyDeclaredError,
  EdgeRegistry_AlreadySealed: EdgeRegistryAlreadySealedError,
  EdgeRegistry_DuplicateChild: EdgeRegistryDuplicateChildError,
  EdgeRegistry_Expired: EdgeRegistryExpiredError,
  EdgeRegistry_HasMarket: EdgeRegistryHasMarketError,
  EdgeRegistry_InvalidAddress: EdgeRegistryInvalidAddressError,
  EdgeRegistry_InvalidChild: EdgeRegistryInvalidChildError,
  EdgeRegistry_InvalidGenesis: EdgeRegistryInvalidGenesisError,
  EdgeRegistry_InvalidIndex: EdgeRegistryInvalidIndexError,
  EdgeRegistry_InvalidMaintainer: EdgeRegistryInvalidMaintainerError,
  EdgeRegistry_InvalidNonce: EdgeRegistryInvalidNonceError,
  EdgeRegistry_InvalidOriginality: EdgeRegistryInvalidOriginalityError,
  EdgeRegistry_InvalidProject: EdgeRegistryInvalidProjectError,
  EdgeRegistry_InvalidRate: EdgeRegistryInvalidRateError,
  EdgeRegistry_InvalidSignature: EdgeRegistryInvalidSignatureError,
  EdgeRegistry_InvalidSteps: EdgeRegistryInvalidStepsError,
  EdgeRegistry_InvalidSum: EdgeRegistryInvalidSumError,
  EdgeRegistry_LevelViolation: EdgeRegistryLevelViolationError,
  EdgeRegistry_NoChildren: EdgeRegistryNoChildrenError,
  EdgeRegistry_NotCandidate: EdgeRegistryNotCandidateError,
  EdgeRegistry_NotChild: EdgeRegistryNotChildError,
  EdgeRegistry_NotMaintainer: EdgeRegistryNotMaintainerError,
  EdgeRegistry_NotOptedOut: EdgeRegistryNotOptedOutError,
  EdgeRegistry_NotPending: EdgeRegistryNotPendingError,
  EdgeRegistry_NotReceived: EdgeRegistryNotReceivedError,
  EdgeRegistry_NotSealed: EdgeRegistryNotSealedError,
  EdgeRegistry_NotSeed: EdgeRegistryNotSeedError,
  EdgeRegistry_NotSettled: EdgeRegistryNotSettledError,
  EdgeRegistry_NothingToVeto: EdgeRegistryNothingToVetoError,
  EdgeRegistry_NothingToWithdraw: EdgeRegistryNothingToWithdrawError,
  EdgeRegistry_OptedOut: EdgeRegistryOptedOutError,
  EdgeRegistry_QuotaFull: EdgeRegistryQuotaFullError,
  EdgeRegistry_UnknownNode: EdgeRegistryUnknownNodeError,
  EdgeRegistry_WrongLength: EdgeRegistryWrongLengthError,
  EdgeRegistry_WrongOrder: EdgeRegistryWrongOrderError,
  EdgeRegistry_WrongPhase: EdgeRegistryWrongPhaseError,
  EdgeRegistry_WrongRoot: EdgeRegistryWrongRootError,
  EdgeRegistry_ZeroWeight: EdgeRegistryZeroWeightError,
  Lens_UnknownMarket: LensUnknownMarketError,
  ERC6909InsufficientAllowance: ERC6909InsufficientAllowanceError,
  ERC6909InsufficientBalance: ERC6909InsufficientBalanceError,
  ERC6909InvalidReceiver: ERC6909InvalidReceiverError,
  OutcomeTokens_BalanceOverflow: OutcomeTokensBalanceOverflowError,
  OutcomeERC20_InvalidReceiver: OutcomeERC20InvalidReceiverError,
  OutcomeERC20_TransferFailed: OutcomeERC20TransferFailedError,
  ERC20InsufficientAllowance: ERC20InsufficientAllowanceError,
  ERC20InsufficientBalance: ERC20InsufficientBalanceError,
  ERC20InvalidApprover: ERC20InvalidApproverError,
  ERC20InvalidReceiver: ERC20InvalidReceiverError,
  ERC20InvalidSender: ERC20InvalidSenderError,
  ERC20InvalidSpender: ERC20InvalidSpenderError,
  SafeERC20FailedOperation: SafeERC20FailedOperationError,
  AddressEmptyCode: AddressEmptyCodeError,
  CloneArgumentsTooLong: CloneArgumentsTooLongError,
  Create2EmptyBytecode: Create2EmptyBytecodeError,
  FailedCall: FailedCallError,
  FailedDeployment: FailedDeploymentError,
  InsufficientBalance: InsufficientBalanceError,
  InvalidShortString: InvalidShortStringError,
  ReentrancyGuardReentrantCall: ReentrancyGuardReentrantCallError,
  SafeCastOverflowedIntDowncast: SafeCastOverflowedIntDowncastError,
  SafeCastOverflowedUintDowncast: SafeCastOverflowedUintDowncastError,
  SafeCastOverflowedUintToInt: SafeCastOverflowedUintToIntError,
  StringsInsufficientHexLength: StringsInsufficientHexLengthError,
  StringTooLong: StringTooLongError,
} as const satisfies {
  readonly [name in ContractErrorName]: new (parameters: ContractErrorParameters<name>) => ContractError<name>;
};

/** Bytes of an error's selector, in hex digits with `0x`. */
const SELECTOR_LENGTH = 10;

/**
 * Turns what viem throws into this package's errors: a revert into the class of its custom error, an RPC that does not
 * answer into {@link RpcUnreachableError}. Anything else is returned unchanged. The original is the `cause`.
 */
export function toSdkError(error: unknown): unknown {
  for (const found of causesOf(error)) {
    const unreachable = RpcUnreachableError.from(found);
    if (unreachable !== undefined) return unreachable;
    const data = revertDataOf(found);
    if (data !== undefined) return decodeRevert(data, error) ?? error;
  }
  return error;
}

/** Decodes the data of a revert; `undefined` if it is no custom error of the contracts. */
export function decodeRevert(data: Hex, cause?: unknown): ContractError | undefined {
  const decoded = tryDecode(data);
  if (decoded === undefined || !isContractError(decoded.errorName)) return undefined;
  const { abiItem, args, errorName } = decoded;
  const inputs: readonly { readonly name?: string | undefined }[] = "inputs" in abiItem ? abiItem.inputs : [];
  const values = Object.fromEntries(inputs.map(({ name = "" }, i) => [name, args?.[i]]));
  // The compiler knows that each class fits its own error, but not that name and values come from the same one.
  const ErrorClass = contractErrors[errorName] as new (parameters: object) => ContractError;
  return new ErrorClass({ ...values, cause });
}

function tryDecode(data: Hex) {
  try {
    return decodeErrorResult({ abi: errorsAbi, data });
  } catch {
    return undefined; // reverts of contracts that this package does not know, or data that only looks like one
  }
}

function isContractError(name: string): name is ContractErrorName {
  return Object.hasOwn(contractErrors, name);
}

function* causesOf(error: unknown): Generator<Error> {
  const seen = new Set<unknown>();
  for (let at = error; at instanceof Error && !seen.has(at); at = at.cause) {
    seen.add(at);
    yield at;
  }
}

/** Nodes wrap the data of a revert in various ways; viem hands it on as `raw`, or leaves it where the node put it. */
function revertDataOf(error: Error & { readonly raw?: unknown; readonly data?: unknown }): Hex | undefined {
  const { raw, data } = error;
  const wrapped = typeof data === "object" && data !== null && "data" in data ? data.data : data;
  return [raw, wrapped].find((value) => isHex(value) && value.length >= SELECTOR_LENGTH) as Hex | undefined;
}
