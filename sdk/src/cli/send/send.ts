import { encodeFunctionData, type Abi, type Address, type LocalAccount, type Log, type TransactionReceipt } from "viem";
import { sendTransaction, waitForTransactionReceipt } from "viem/actions";

import { toSdkError } from "../../errors/contract.ts";
import type { ReadContext, SendContext } from "../command.ts";
import { DeclinedError, MissingSettingError, TransactionRevertedError } from "../errors.ts";
import type { SendingValues } from "../globals.ts";
import type { Signer } from "../keys/signer.ts";
import { paperOf } from "../output/paper.ts";
import { missingApprovals } from "./approvals.ts";
import { renderRequest } from "./render.ts";
import { simulateAll } from "./simulate.ts";
import type { DescribedCall, SendRequest, Sending, SentTransaction, Transaction } from "./types.ts";

/**
 * Makes the context of a command that sends: who, and how the user wants it.
 * @throws {MissingSettingError} when nobody is named who could send.
 */
export function sendingContext(context: ReadContext, values: SendingValues, signer: Signer | undefined): SendContext {
  const account = signer?.address ?? context.account;
  if (account === undefined) throw noSender();
  const own = { ...context, account };
  return { ...own, send: (request) => send(own, values, signer, request) };
}

type Sender = ReadContext & { readonly account: Address };

async function send(
  context: Sender,
  values: SendingValues,
  signer: Signer | undefined,
  { calls, spends = [] }: SendRequest,
): Promise<Sending> {
  const { client, account, progress } = context;
  progress.show("Looking at what must be approved");
  const approvals = await missingApprovals(client, account, spends);
  const transactions = [
    ...approvals.map((each) => ({ ...toTransaction(context, each), isApproval: true })),
    ...calls.map((each) => ({ ...toTransaction(context, each), isApproval: false })),
  ];
  const made = (mode: Sending["mode"], sent: readonly SentTransaction[], logs: readonly Log[] = []): Sending => ({
    mode,
    from: account,
    transactions: sent,
    logs,
  });
  if (values.unsigned || values.safe) {
    const unsent = transactions.map(({ isApproval: _, ...each }) => ({ ...each, ...UNKNOWN }));
    return made(values.safe ? "safe" : "unsigned", unsent);
  }
  progress.show("Simulating");
  const simulated = await simulateAll(client, account, transactions, spends);
  if (values.dryRun) return made("dry-run", simulated);
  if (signer === undefined) throw noKey(account);

  await confirm(context, values, simulated);
  const unlocked = await signer.unlock();
  const receipts: TransactionReceipt[] = [];
  for (const [i, transaction] of simulated.entries()) {
    progress.show(transaction.description, i, simulated.length);
    receipts.push(await sendOne(context, unlocked, transaction));
  }
  const sent = simulated.map((transaction, i) => ({ ...transaction, ...costOf(receipts[i]) }));
  return made(
    "sent",
    sent,
    receipts.flatMap(({ logs }) => logs),
  );
}

const UNKNOWN = { gas: undefined, cost: undefined, hash: undefined } as const;

function toTransaction({ chainId }: Sender, { description, call }: DescribedCall): Transaction {
  const { address, abi, functionName, args, value = 0n } = call;
  const data = encodeFunctionData({ abi: abi as Abi, functionName, args });
  return { description, to: address, data, value, chainId };
}

/** Says what will be sent and asks for it. */
async function confirm(
  { io, account, progress }: Sender,
  { yes }: SendingValues,
  transactions: readonly SentTransaction[],
) {
  progress.clear();
  const { ask, stderr, env } = io;
  if (ask === undefined && !yes) throw notAsked();
  stderr.write(`${renderRequest(account, transactions, paperOf(stderr, env))}\n`);
  if (yes || ask === undefined) return;
  const answer = await ask("Send? [y/N] ");
  if (!/^y(es)?$/i.test(answer.trim())) throw new DeclinedError();
}

/** Sends a transaction and waits until it is mined. */
async function sendOne(
  { client }: Sender,
  account: LocalAccount,
  transaction: Transaction,
): Promise<TransactionReceipt> {
  const { to, data, value, description } = transaction;
  try {
    const hash = await sendTransaction(client, { account, chain: null, to, data, value });
    const receipt = await waitForTransactionReceipt(client, { hash });
    if (receipt.status === "reverted") throw new TransactionRevertedError({ hash, description });
    return receipt;
  } catch (error) {
    throw toSdkError(error);
  }
}

function costOf(receipt: TransactionReceipt | undefined): Pick<SentTransaction, "gas" | "cost" | "hash"> {
  if (receipt === undefined) return UNKNOWN;
  const { gasUsed, effectiveGasPrice, transactionHash } = receipt;
  return { gas: gasUsed, cost: gasUsed * effectiveGasPrice, hash: transactionHash };
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

function notAsked(): MissingSettingError {
  return new MissingSettingError({
    what: "Your consent",
    remedies: ["Here is no terminal to ask on: pass `--yes` to send, or `--dry-run` to look."],
  });
}
