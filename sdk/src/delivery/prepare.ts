import { keccak256, type Hex, type SimulateContractParameters } from "viem";
import {
  estimateFeesPerGas,
  estimateGas,
  getBlockNumber,
  getChainId,
  getTransactionCount,
  simulateContract,
} from "viem/actions";

import { encodeCall } from "../chain/encodeCalls.ts";
import { requireContract } from "../chain/requireContract.ts";
import type { AnyCall } from "../types/call.ts";
import type { WriteClient } from "../types/client.ts";
import type { JournalEntry } from "./journal.ts";
import { hasCause, type Session } from "./session.ts";

/** Simulates a call, then decides all that makes a transaction of it; signs it if the account is local. */
export async function prepare(client: WriteClient, session: Session, call: AnyCall): Promise<JournalEntry> {
  const { account } = client;
  const { ask } = session;
  const raw = encodeCall(call);
  const chainId = await ask(() => getChainId(client));
  // Before everything else: what is read afterwards is of this block or a later one, if the RPC is honest.
  const head = await ask(() => getBlockNumber(client, { cacheTime: 0 }));
  const request: object = { ...call, account };
  await ask(() => requireContract(client, call));
  await ask(() => simulateContract(client, request as SimulateContractParameters));
  const from = account.address;
  const nonce = await ask(() => getTransactionCount(client, { address: from, blockTag: "pending" }));
  const gas = await ask(() => estimateGas(client, { account: from, ...raw }));
  const entry = { chainId, from, ...raw, nonce, gas, preparedAt: head, seen: head };
  const signed = await sign(client, session, entry);
  return signed === undefined ? entry : { ...entry, signed, hash: keccak256(signed) };
}

async function sign(client: WriteClient, session: Session, entry: JournalEntry): Promise<Hex | undefined> {
  const { account, chain } = client;
  if (account.type !== "local") return undefined;
  const { chainId, to, data, value, nonce, gas } = entry;
  const fees = await session.ask(() => feesOf(client));
  const serializer = chain?.serializers?.transaction;
  return account.signTransaction(
    { chainId, to, data, value, nonce, gas, ...fees },
    ...(serializer === undefined ? [] : [{ serializer }]),
  );
}

async function feesOf(client: WriteClient) {
  try {
    const { maxFeePerGas, maxPriorityFeePerGas } = await estimateFeesPerGas(client);
    return { type: "eip1559", maxFeePerGas, maxPriorityFeePerGas } as const;
  } catch (error) {
    if (!hasCause(error, ["Eip1559FeesNotSupportedError"])) throw error;
    const { gasPrice } = await estimateFeesPerGas(client, { type: "legacy", chain: client.chain });
    return { type: "legacy", gasPrice } as const;
  }
}
