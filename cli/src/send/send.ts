import { type Prepared, type PreparedStep, type StepReceipt, transactionsOf, type WriteClient } from "deepfunding";
import { prepareCalls, sendPrepared } from "deepfunding/actions";
import type { Address, LocalAccount } from "viem";

import type { ReadContext, SendContext } from "../command.ts";
import { DeclinedError, MissingSettingError, UsageError } from "../errors.ts";
import type { OutputValues, SendingValues } from "../globals.ts";
import { paperOf } from "../output/paper.ts";
import { estimateSteps } from "./dryRun.ts";
import { deliverSteps, resumeDelivery } from "./journal.ts";
import { renderRequest } from "./render.ts";
import type { SendRequest, Sending, SentStep } from "./types.ts";

/**
 * Makes the context of a command that sends: who, and how the user wants it.
 * @param signer The account of the context's client, if there is a key.
 * @throws {MissingSettingError} when nobody is named who could send.
 */
export function sendingContext(
  context: ReadContext,
  values: SendingValues & OutputValues,
  signer: LocalAccount | undefined,
): SendContext {
  const account = signer?.address ?? context.account;
  if (account === undefined) throw noSender();
  const own = { ...context, account };
  const isSigned = signer !== undefined && !values.dryRun && !values.unsigned && !values.safe;
  return {
    ...own,
    send: (request) => send(own, values, signer, request),
    // What was sent can be gone on with only by who can send.
    resume: async (journal) => {
      if (values.unsigned || values.safe) throw notJournaled();
      return isSigned ? resumeDelivery(asWriter(own), journal) : undefined;
    },
  };
}

type Sender = ReadContext & { readonly account: Address };

async function send(
  context: Sender,
  values: SendingValues & OutputValues,
  signer: LocalAccount | undefined,
  request: SendRequest,
): Promise<Sending> {
  const { account, progress } = context;
  progress.show("Simulating");
  if (values.unsigned || values.safe) return toUnsigned(context, values, request);
  if (signer === undefined && !values.dryRun) throw noKey(account);

  const { journal, ...calls } = request;
  const prepared = await prepareCalls(context.client, { ...calls, account, permit: journal === undefined });
  const steps = await estimateSteps(context.client, prepared);
  if (values.dryRun) return { mode: "dry-run", from: account, steps, logs: [] };
  await confirm(context, values, steps);
  return journal === undefined ? sendSteps(context, prepared) : deliverSteps(asWriter(context), prepared, journal);
}

/** The transactions, for whoever signs elsewhere: approvals in place of permits, which only a key can sign. */
async function toUnsigned(
  { client, account, chainId }: Sender,
  values: SendingValues,
  request: SendRequest,
): Promise<Sending> {
  const { calls, spends, together } = request;
  const prepared = await prepareCalls(client, { calls, spends, together, account, permit: false, batch: false });
  // Without permits and batches each step is one transaction.
  const transactions = transactionsOf(prepared).map((raw, i) => {
    return { ...raw, chainId, description: prepared.steps[i]?.description ?? "" };
  });
  return { mode: values.safe ? "safe" : "unsigned", from: account, transactions, logs: [] };
}

/** Says what will be sent and asks for it. */
async function confirm(
  { io, account, progress }: Sender,
  { yes, json }: SendingValues & OutputValues,
  steps: readonly SentStep[],
): Promise<void> {
  progress.clear();
  const { ask, stderr, env } = io;
  if (ask === undefined && !yes) throw notAsked();
  // A program that has agreed beforehand wants to read nothing here but errors.
  if (!yes || !json) stderr.write(`${renderRequest(account, steps, paperOf(stderr, env))}\n`);
  if (yes || ask === undefined) return;
  const answer = await ask("Send? [y/N] ");
  if (!/^y(es)?$/i.test(answer.trim())) throw new DeclinedError();
}

/** A sender with a key: the signer is the client's account. */
function asWriter(context: Sender): Sender & { readonly client: WriteClient } {
  return { ...context, client: context.client as WriteClient };
}

async function sendSteps(context: Sender, prepared: Prepared): Promise<Sending> {
  const receiptsOf = new Map<PreparedStep, readonly StepReceipt[]>();
  const { account, client, progress } = asWriter(context);
  await sendPrepared(client, {
    prepared,
    onStep: (step) => {
      progress.show(step.step.description, step.index, prepared.steps.length);
      if (step.status === "done") receiptsOf.set(step.step, step.receipts);
    },
  });
  // The RPC is not asked again: it might not answer, and what is done would look as if it had failed.
  const steps = prepared.steps.map((step): SentStep => {
    const { kind, description } = step;
    const { gasUsed: gas, effectiveGasPrice: price, transactionHash: hash } = receiptsOf.get(step)?.[0] ?? {};
    return { kind, description, gas, cost: gas === undefined || price === undefined ? undefined : gas * price, hash };
  });
  const logs = [...receiptsOf.values()].flat().flatMap((receipt) => receipt.logs);
  return { mode: "sent", from: account, steps, logs };
}

function noSender(): MissingSettingError {
  return new MissingSettingError({
    what: "Who sends",
    remedies: [
      "Pass `--keystore <file>` (`deepfunding keystore new` makes one), or set DEEPFUNDING_PRIVATE_KEY.",
      "To sign elsewhere, pass `--account <address>` and `--unsigned`, `--safe` or `--dry-run`.",
    ],
  });
}

function noKey(account: Address): MissingSettingError {
  return new MissingSettingError({
    what: `The key of ${account}`,
    remedies: ["Pass `--keystore <file>`, or `--unsigned`, `--safe` or `--dry-run`, which need none."],
  });
}

function notJournaled(): UsageError {
  return new UsageError("A journal knows nothing of what is signed elsewhere.", {
    metaMessages: ["Leave --journal away, or --unsigned and --safe."],
  });
}

function notAsked(): MissingSettingError {
  return new MissingSettingError({
    what: "Your consent",
    remedies: ["Here is no terminal to ask on: pass `--yes` to send, or `--dry-run` to look."],
  });
}
