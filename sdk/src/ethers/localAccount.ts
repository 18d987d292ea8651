import type { BaseWallet, TransactionLike } from "ethers";
import type { Address, Hex, LocalAccount, SignableMessage, TransactionSerializable } from "viem";
import { toAccount } from "viem/accounts";

import { UnsupportedTransactionTypeError } from "../errors/ethers.ts";
import { signTypedData, toSignable, type TypedData } from "./signatures.ts";

/** Numbers of the types of transactions (EIP-2718). */
const TYPES = new Map([
  ["legacy", 0],
  ["eip2930", 1],
  ["eip1559", 2],
]);

/** Makes an ethers wallet an account of viem that signs by the wallet's own methods. */
export function toLocalAccount(wallet: BaseWallet, address: Address): LocalAccount {
  return {
    ...toAccount({
      address,
      signMessage: async ({ message }: { readonly message: SignableMessage }) =>
        (await wallet.signMessage(toSignable(message))) as Hex,
      signTransaction: async (transaction) => (await wallet.signTransaction(toTransactionLike(transaction))) as Hex,
      signTypedData: (parameters) => signTypedData(wallet, parameters as unknown as TypedData),
    }),
    publicKey: wallet.signingKey.publicKey as Hex,
  };
}

/** A transaction with the names that ethers has for what viem calls otherwise. */
function toTransactionLike(transaction: TransactionSerializable): TransactionLike {
  const { accessList = [], gas, type: name = "eip1559", ...same } = transaction;
  const type = TYPES.get(name);
  if (type === undefined) throw new UnsupportedTransactionTypeError({ type: name });
  const list = accessList.map(({ address, storageKeys }) => ({ address, storageKeys: [...storageKeys] }));
  return { ...(same as object), type, gasLimit: gas ?? null, ...(type > 0 && { accessList: list }) };
}
