import type { NetworkConnection } from "hardhat/types/network";
import { getAddress, type Address, type Hash, type Hex } from "viem";

import Safe from "../../deploy/modules/Safe.ts";
import {
  buildSafeTransaction,
  executeSafeTransactionCall,
  getSafe,
  signSafeTransaction,
} from "../../sdk/src/safe/index.ts";

export type DeploySafeParameters = {
  readonly owners: readonly Address[];
  readonly threshold: number;
};

/** Deploys the real Safe v1.4.1 and creates one Safe. */
export async function deploySafe(
  { ignition }: NetworkConnection,
  { owners, threshold }: DeploySafeParameters,
): Promise<Address> {
  const { safe } = await ignition.deploy(Safe, { parameters: { Safe: { owners: [...owners], threshold } } });
  return getAddress(await safe.getAddress());
}

export type ExecuteAsSafeParameters = {
  readonly safe: Address;
  readonly to: Address;
  readonly data: Hex;
  /** Owners who sign, in any order; accounts of the network. */
  readonly signers: readonly Address[];
  /** Who sends the transaction; by default the network's first account. It need not be an owner. */
  readonly sender?: Address | undefined;
};

/**
 * Builds, signs and executes a transaction of a Safe. Unlike the SDK's `executeSafeTransaction` it checks nothing: what
 * is wrong, the Safe says.
 */
export async function executeAsSafe(
  { viem }: NetworkConnection,
  { safe, to, data, signers, sender }: ExecuteAsSafeParameters,
): Promise<Hash> {
  const client = await viem.getPublicClient();
  const { nonce } = await getSafe(client, { safe });
  const transaction = buildSafeTransaction({ to, data, nonce });
  const wallets = await Promise.all(signers.map((signer) => viem.getWalletClient(signer)));
  const signatures = await Promise.all(wallets.map((wallet) => signSafeTransaction(wallet, { safe, transaction })));

  const [first] = await viem.getWalletClients();
  const account = sender ?? first?.account.address;
  if (account === undefined) throw new Error("The network has no accounts.");
  const wallet = await viem.getWalletClient(account);
  const call = executeSafeTransactionCall({ safe, transaction, signatures });
  const { request } = await client.simulateContract({ account, ...call });
  const hash = await wallet.writeContract(request);
  await client.waitForTransactionReceipt({ hash });
  return hash;
}
