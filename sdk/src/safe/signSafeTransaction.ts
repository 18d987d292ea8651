import type { Account, Address, Chain, Client, Transport } from "viem";
import { parseAccount } from "viem/accounts";
import { getChainId, signTypedData } from "viem/actions";

import { safeTypedData } from "./safeTypedData.ts";
import type { SafeSignature, SafeTransaction } from "./types.ts";

export type SignSafeTransactionParameters = {
  /** Address of the Safe. */
  readonly safe: Address;
  readonly transaction: SafeTransaction;
  /** Owner that signs; by default the client's account. */
  readonly account?: Account | Address | undefined;
  /** By default the chain that the client is connected to. */
  readonly chainId?: number | undefined;
};

/** Signs a Safe transaction as one of the owners: a key in this process or a wallet behind the client's transport. */
export async function signSafeTransaction(
  client: Client<Transport, Chain | undefined, Account>,
  { safe, transaction, account = client.account, chainId }: SignSafeTransactionParameters,
): Promise<SafeSignature> {
  const typedData = safeTypedData({ safe, transaction, chainId: chainId ?? (await getChainId(client)) });
  const signature = await signTypedData(client, { account, ...typedData });
  return { signer: parseAccount(account).address, signature };
}
