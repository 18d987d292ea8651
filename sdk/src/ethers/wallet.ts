import type { Signer, TransactionRequest } from "ethers";
import type { Hex } from "viem";

import { signTypedData, toSignable, type TypedData } from "./signatures.ts";
import { withNodesErrors, type Request } from "./transport.ts";

/** Fields of `eth_sendTransaction` that ethers calls the same; it has another name for the gas. */
type RpcTransaction = TransactionRequest & { readonly gas?: Hex };

/** Answers the requests that need the signer by its own methods, whatever kind of signer it is; passes on the others. */
export function signedBy(signer: Signer, request: Request): Request {
  return async (asked) => {
    const answer = answerBySigner(signer, asked.method, asked.params ?? []);
    return answer === undefined ? request(asked) : withNodesErrors(answer);
  };
}

function answerBySigner(signer: Signer, method: string, params: readonly unknown[]): Promise<unknown> | undefined {
  if (method === "eth_sendTransaction") return sendTransaction(signer, params[0] as RpcTransaction);
  if (method === "personal_sign") return signer.signMessage(toSignable({ raw: params[0] as Hex }));
  if (method === "eth_signTypedData_v4") return signTypedData(signer, JSON.parse(params[1] as string) as TypedData);
  return undefined;
}

async function sendTransaction(signer: Signer, { gas, ...transaction }: RpcTransaction): Promise<string> {
  const { hash } = await signer.sendTransaction({ ...transaction, ...(gas !== undefined && { gasLimit: gas }) });
  return hash;
}
