import {
  BaseError,
  BatchFailedError,
  BeaconNeededError,
  ContractError,
  CsvError,
  DeliveryInterruptedError,
  DeliveryPendingError,
  DeliveryRevertedError,
  DisconnectedError,
  GraphCycleError,
  InvalidBeaconError,
  InvalidBudgetError,
  InvalidComparisonError,
  InvalidEdgesError,
  InvalidFilesError,
  InvalidOriginalityError,
  InvalidParameterError,
  NoComparisonsError,
  OneSidedError,
  RpcBehindError,
  RpcUnreachableError,
  SendUnansweredError,
  StepFailedError,
  toSdkError,
  TransactionRevertedError,
  WrongBeaconError,
} from "deepfunding/errors";

import { UsageError } from "./errors.ts";

/** What scripts can tell from how the command ends. */
export const EXIT = { done: 0, failed: 1, usage: 2, refused: 3, again: 4, nothing: 5 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What each code means, in the order of the codes. */
export const EXIT_MEANINGS: readonly (readonly [ExitCode, string])[] = [
  [EXIT.done, "done"],
  [EXIT.failed, "failed"],
  [EXIT.usage, "the command line or a file is not what it should be"],
  [EXIT.refused, "the chain refused: the transaction would revert, or did"],
  [EXIT.again, "the RPC did not answer, or not in time: run it again"],
  [EXIT.nothing, "nothing to do"],
];

type ErrorClass = abstract new (...parameters: never[]) => Error;

/** What is wrong with files of comparisons, of edges, and with what drand answered. */
const JURY_ERRORS = [DisconnectedError, InvalidComparisonError, NoComparisonsError, OneSidedError] as const;
const BEACON_ERRORS = [BeaconNeededError, InvalidBeaconError, WrongBeaconError] as const;
const GRAPH_ERRORS = [GraphCycleError, InvalidEdgesError, InvalidOriginalityError] as const;

/** Whether what was sent may still happen: to run it again could do it twice. */
function mayHappen(error: Error): boolean {
  return error instanceof SendUnansweredError || (error instanceof StepFailedError && error.pending !== undefined);
}

const CLASSES: readonly (readonly [ExitCode, readonly ErrorClass[]])[] = [
  [EXIT.usage, [UsageError, CsvError, InvalidFilesError, InvalidBudgetError, InvalidParameterError]],
  [EXIT.usage, [...JURY_ERRORS, ...GRAPH_ERRORS, ...BEACON_ERRORS]],
  [EXIT.refused, [ContractError, DeliveryRevertedError, TransactionRevertedError, BatchFailedError]],
  [EXIT.again, [RpcUnreachableError, DeliveryInterruptedError, DeliveryPendingError, RpcBehindError]],
];

/** Names of viem's errors; by name, as there may be two copies of viem. */
const VIEM_NAMES: readonly (readonly [ExitCode, readonly string[]])[] = [
  [EXIT.again, ["WaitForTransactionReceiptTimeoutError", "LimitExceededRpcError"]],
  [EXIT.refused, ["ExecutionRevertedError", "ContractFunctionRevertedError", "RawContractError"]],
];

/** What an error by itself makes a command end with; `undefined`: what is behind it decides. */
function ownCodeOf(error: unknown): ExitCode | undefined {
  if (!(error instanceof Error)) return undefined;
  if (mayHappen(error)) return EXIT.failed;
  const byClass = CLASSES.find(([, classes]) => classes.some((each) => error instanceof each));
  const byName = VIEM_NAMES.find(([, names]) => names.includes(error.name));
  return byClass?.[0] ?? byName?.[0];
}

/** Returns what a command ends with when it throws this. */
export function exitCodeOf(thrown: unknown): ExitCode {
  // From the outside in: a step that fails has why as its cause.
  const chain = new BaseError("The command failed.", { cause: toSdkError(thrown) });
  return ownCodeOf(chain.walk((error) => ownCodeOf(error) !== undefined)) ?? EXIT.failed;
}
