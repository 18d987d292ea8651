import { getAbiItem, isAddressEqual, toEventSelector, type Hash, type Log, type TransactionReceipt } from "viem";
import { getChainId, getLogs, readContract } from "viem/actions";

import { explain } from "../chain/explain.ts";
import {
  DeliveryInterruptedError,
  DeliveryKeyError,
  DeliveryPendingError,
  RpcBehindError,
} from "../errors/delivery.ts";
import { SafeExecutionFailedError } from "../errors/safe.ts";
import { safeAbi } from "../safe/abi.ts";
import { assertExecutable } from "../safe/assertExecutable.ts";
import {
  executeSafeTransactionCall,
  type ExecuteSafeTransactionCallParameters,
} from "../safe/executeSafeTransactionCall.ts";
import { hashSafeTransaction } from "../safe/hashSafeTransaction.ts";
import type { WriteClient } from "../types/client.ts";
import { deliver, type DeliverErrorType, type DeliverParameters } from "./deliver.ts";
import { headFrom, receiptOf } from "./locate.ts";
import { createSession, type Session } from "./session.ts";

export type DeliverSafeTransactionParameters = Omit<DeliverParameters, "call"> &
  ExecuteSafeTransactionCallParameters & {
    /** Block from which the Safe's events are searched if its nonce was used; by default the chain's first. */
    readonly fromBlock?: bigint | undefined;
  };

export type DeliverSafeTransactionReturnType = TransactionReceipt;

export type DeliverSafeTransactionErrorType = DeliverErrorType | SafeExecutionFailedError;

/** What ends a run without saying anything about the Safe's transaction. */
const UNDECIDED = [DeliveryInterruptedError, DeliveryKeyError, DeliveryPendingError, RpcBehindError] as const;

const EVENTS = [
  getAbiItem({ abi: safeAbi, name: "ExecutionSuccess" }),
  getAbiItem({ abi: safeAbi, name: "ExecutionFailure" }),
] as const;
const FAILURE = toEventSelector(EVENTS[1]);

/**
 * Has a signed transaction of a Safe executed once, however often and by however many it is run, see {@link deliver}.
 * The owners' signatures are over the Safe's own nonce: if that was used, by this transaction, it is done, whoever sent
 * it; if by another, the signatures are worth nothing.
 *
 * @returns The receipt of whatever transaction executed it, after `confirmations`.
 * @throws {SafeNonceError} when another transaction of the Safe has used the nonce, or earlier ones are missing.
 * @throws {SafeExecutionFailedError} when the Safe executed it and the call it makes failed.
 * @throws {NotSafeOwnerError} when somebody who is no owner has signed.
 * @throws {SafeThresholdError} when there are too few signatures.
 * @throws what {@link deliver} throws.
 */
export async function deliverSafeTransaction(
  client: WriteClient,
  parameters: DeliverSafeTransactionParameters,
): Promise<DeliverSafeTransactionReturnType> {
  const session = createSession(parameters.key, parameters);
  try {
    const executed = await findConfirmed(client, session, parameters);
    if (executed) return executed;
    const call = async () => {
      await session.ask(() => assertExecutable(client, parameters));
      return executeSafeTransactionCall(parameters);
    };
    const receipt = await deliver(client, { ...parameters, call });
    return await assertSucceeded(client, session, parameters, receipt);
  } catch (error) {
    if (error instanceof SafeExecutionFailedError || UNDECIDED.some((each) => error instanceof each)) throw error;
    // Somebody else may have executed it meanwhile, so that this one was refused.
    const executed = await findConfirmed(client, session, parameters);
    if (executed) return executed;
    throw await explain(error);
  }
}

/** Finds the execution of a Safe's transaction, by anyone, and waits for its confirmations. */
async function findConfirmed(
  client: WriteClient,
  session: Session,
  parameters: DeliverSafeTransactionParameters,
): Promise<TransactionReceipt | undefined> {
  const { key, journal, confirmations = 1 } = parameters;
  for (;;) {
    const entry = await journal.read(key);
    const head = await headFrom(client, session, entry?.seen ?? 0n);
    const receipt = await find(client, session, parameters);
    if (receipt === undefined) return undefined;
    if (head - receipt.blockNumber + 1n >= BigInt(confirmations))
      return assertSucceeded(client, session, parameters, receipt);
    await session.pause();
  }
}

async function find(
  client: WriteClient,
  session: Session,
  parameters: DeliverSafeTransactionParameters,
): Promise<TransactionReceipt | undefined> {
  const { safe, transaction, fromBlock = 0n } = parameters;
  const { ask } = session;
  const nonce = await ask(() => readContract(client, { address: safe, abi: safeAbi, functionName: "nonce" }));
  if (nonce <= transaction.nonce) return undefined;
  const safeTxHash = await hashOf(client, session, parameters);
  const logs = await ask(() => getLogs(client, { address: safe, events: EVENTS, fromBlock, toBlock: "latest" }));
  const log = logs.find((each) => safeTxHashOf(each) === safeTxHash);
  return log?.transactionHash ? receiptOf(client, session, log.transactionHash) : undefined;
}

async function assertSucceeded(
  client: WriteClient,
  session: Session,
  parameters: DeliverSafeTransactionParameters,
  receipt: TransactionReceipt,
): Promise<TransactionReceipt> {
  const { safe } = parameters;
  const failures = receipt.logs.filter(({ address, topics }) => isAddressEqual(address, safe) && topics[0] === FAILURE);
  if (failures.length > 0) {
    const safeTxHash = await hashOf(client, session, parameters);
    const failed = failures.some((each) => safeTxHashOf(each) === safeTxHash);
    if (failed) throw new SafeExecutionFailedError({ safe, hash: receipt.transactionHash });
  }
  return receipt;
}

async function hashOf(
  client: WriteClient,
  session: Session,
  { safe, transaction }: DeliverSafeTransactionParameters,
): Promise<Hash> {
  const chainId = await session.ask(() => getChainId(client));
  return hashSafeTransaction({ safe, transaction, chainId });
}

/** The Safe's hash of a transaction in its event: indexed since 1.4.0, at the start of the data before. */
function safeTxHashOf({ topics, data }: Log): string {
  return topics[1] ?? data.slice(0, 66);
}
