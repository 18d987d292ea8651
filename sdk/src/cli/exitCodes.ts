import { toSdkError } from "../errors/contract.ts";
import { ContractError } from "../errors/contracts/base.ts";
import { CsvError } from "../errors/csv.ts";
import {
  DeliveryInterruptedError,
  DeliveryPendingError,
  DeliveryRevertedError,
  RpcBehindError,
} from "../errors/delivery.ts";
import { GraphCycleError, InvalidEdgesError, InvalidOriginalityError } from "../errors/graph.ts";
import { DisconnectedError, InvalidComparisonError, NoComparisonsError, OneSidedError } from "../errors/jury.ts";
import { InvalidParameterError } from "../errors/math.ts";
import { BeaconNeededError, InvalidBeaconError, WrongBeaconError } from "../errors/rounds.ts";
import { RpcUnreachableError } from "../errors/rpc.ts";
import { BatchFailedError, SendUnansweredError, StepFailedError, TransactionRevertedError } from "../errors/sending.ts";
import { InvalidBudgetError } from "../errors/strategy.ts";
import { causesOf } from "../utils/causes.ts";
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
  [EXIT.usage, [UsageError, CsvError, InvalidBudgetError, InvalidParameterError]],
  [EXIT.usage, [...JURY_ERRORS, ...GRAPH_ERRORS, ...BEACON_ERRORS]],
  [EXIT.refused, [ContractError, DeliveryRevertedError, TransactionRevertedError, BatchFailedError]],
  [EXIT.again, [RpcUnreachableError, DeliveryInterruptedError, DeliveryPendingError, RpcBehindError]],
];

/** Names of viem's errors; by name, as there may be two copies of viem. */
const VIEM_NAMES: readonly (readonly [ExitCode, readonly string[]])[] = [
  [EXIT.again, ["WaitForTransactionReceiptTimeoutError", "LimitExceededRpcError"]],
  [EXIT.refused, ["ExecutionRevertedError", "ContractFunctionRevertedError", "RawContractError"]],
];

/** Returns what a command ends with when it throws this. */
export function exitCodeOf(thrown: unknown): ExitCode {
  // From the outside in: a step that fails has why as its cause.
  for (const error of causesOf(toSdkError(thrown))) {
    if (mayHappen(error)) return EXIT.failed;
    const byClass = CLASSES.find(([, classes]) => classes.some((each) => error instanceof each));
    const byName = VIEM_NAMES.find(([, names]) => names.includes(error.name));
    const code = byClass?.[0] ?? byName?.[0];
    if (code !== undefined) return code;
  }
  return EXIT.failed;
}
