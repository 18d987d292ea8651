import { isAddressEqual } from "viem";

import { given } from "../chain/given.ts";
import type { SignedPermit } from "../chain/permit.ts";
import { InvalidParameterError } from "../errors/math.ts";
import { StepFailedError } from "../errors/sending.ts";
import type { ThrownBy } from "../errors/generated/thrownBy.ts";
import type { WriteClient } from "../types/client.ts";
import type { Prepared, StepProgress, StepReceipt } from "../types/prepared.ts";
import { carryOut, isFinal } from "./carryOut.ts";

export type SendPreparedParameters = {
  /** What `prepareCalls` returned for the client's account. */
  readonly prepared: Prepared;
  /** Told how far each step is: when the wallet is about to be asked, when it has sent, when it is done. */
  readonly onStep?: ((progress: StepProgress) => void) | undefined;
};

/** Receipts of the transactions, in order; their logs are what `parseTradeLogs` and its like take. */
export type SendPreparedReturnType = readonly StepReceipt[];

export type SendPreparedErrorType = ThrownBy["sendPrepared"];

/**
 * Signs and sends what `prepareCalls` has said, step by step: each transaction is simulated first, and mined before the
 * next step begins.
 * @returns Receipts of the transactions, in order.
 * @throws {InvalidParameterError} when the steps are another account's.
 * @throws {StepFailedError} when a step fails; it says what is done, and its `remaining` calls can be prepared again.
 */
export async function sendPrepared(
  client: WriteClient,
  parameters: SendPreparedParameters,
): Promise<SendPreparedReturnType> {
  const { prepared, onStep } = given(parameters, "onStep");
  const { account, steps } = prepared;
  if (!isAddressEqual(account, client.account.address)) {
    const expected = `prepared for the client's account ${client.account.address}`;
    throw new InvalidParameterError({ parameter: "prepared.account", value: account, expected });
  }
  const receipts: StepReceipt[] = [];
  let permits: readonly SignedPermit[] = [];
  for (const [index, step] of steps.entries()) {
    let id: string | undefined;
    onStep?.({ step, index, status: "started" });
    try {
      const outcome = await carryOut(client, step, permits, (sent) => {
        id = sent;
        onStep?.({ step, index, status: "sent", id });
      });
      permits = outcome.permits;
      receipts.push(...outcome.receipts);
      onStep?.({ step, index, status: "done", receipts: outcome.receipts });
    } catch (cause) {
      throw new StepFailedError({ steps, index, pending: isFinal(cause) ? undefined : id, receipts, cause });
    }
  }
  return receipts;
}
