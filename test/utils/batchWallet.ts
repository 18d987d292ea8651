import type { EthereumProvider } from "hardhat/types/providers";
import { createWalletClient, custom, type Address, type EIP1193RequestFn, type Hex } from "viem";
import { hardhat } from "viem/chains";

/** How a wallet answers to EIP-5792. */
export type BatchManners =
  /** It says so, and carries batches out. */
  | "supported"
  | "ready"
  /** It says that it cannot. */
  | "unsupported"
  /** It does not let anybody ask. */
  | "refusing"
  /** It says that it can, and the user rejects what is asked. */
  | "rejecting"
  | "superseded";

type Request = { readonly method: string; readonly params?: readonly unknown[] };
type Batch = {
  readonly from: Address;
  readonly atomicRequired: boolean;
  readonly calls: readonly { readonly to: Address; readonly data?: Hex; readonly value?: Hex }[];
};
type RpcReceipt = Record<"logs" | "status" | "blockHash" | "blockNumber" | "gasUsed" | "transactionHash", unknown>;

class RpcError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * A wallet as a browser injects it, over the network's own accounts: it makes the calls of a batch one after another and
 * takes all of them back when one fails, which is what a smart account does in one transaction.
 */
export function batchWallet(provider: EthereumProvider, account: Address, manners: BatchManners) {
  const asked: string[] = [];
  const statuses = new Map<string, object>();

  const carryOut = async ({ from, calls }: Batch): Promise<readonly RpcReceipt[] | undefined> => {
    const snapshot = await provider.request({ method: "evm_snapshot" });
    try {
      const receipts: RpcReceipt[] = [];
      for (const call of calls) {
        const hash = await provider.request({ method: "eth_sendTransaction", params: [{ from, ...call }] });
        const receipt = await provider.request({ method: "eth_getTransactionReceipt", params: [hash] });
        receipts.push(receipt as RpcReceipt);
      }
      return receipts;
    } catch {
      await provider.request({ method: "evm_revert", params: [snapshot] });
      return undefined;
    }
  };

  const sendCalls = async (batch: Batch) => {
    if (manners === "rejecting") throw new RpcError(4001, "User rejected the request.");
    if (!["supported", "ready", "superseded"].includes(manners))
      throw new RpcError(-32601, "The method does not exist.");
    if (!batch.atomicRequired) throw new RpcError(5700, "This wallet is for atomic batches.");
    const receipts = await carryOut(batch);
    const id = `batch-${statuses.size + 1}`;
    const chainId = await provider.request({ method: "eth_chainId" });
    statuses.set(id, {
      ...{ version: "2.0.0", id, chainId, atomic: true, status: receipts ? 200 : 500 },
      receipts: (receipts ?? []).map(({ logs, status, blockHash, blockNumber, gasUsed, transactionHash }) => {
        // Of an event a wallet tells no more than this.
        const events = (logs as Record<string, unknown>[]).map(({ address, data, topics }) => ({
          address,
          data,
          topics,
        }));
        return { logs: events, status, blockHash, blockNumber, gasUsed, transactionHash };
      }),
    });
    return { id };
  };

  const request = async ({ method, params = [] }: Request): Promise<unknown> => {
    asked.push(method);
    switch (method) {
      case "wallet_getCapabilities": {
        if (manners === "refusing") throw new RpcError(4100, "The user has not authorised this.");
        const status = manners === "rejecting" ? "supported" : manners;
        // As drafts of the standard had it.
        if (manners === "superseded") return { "0x7a69": { atomicBatch: { supported: true } } };
        const chainId = (await provider.request({ method: "eth_chainId" })) as string;
        // A wallet may speak for all chains at once.
        return { [manners === "ready" ? "0x0" : chainId]: { atomic: { status } } };
      }
      case "wallet_sendCalls":
        return sendCalls(params[0] as Batch);
      case "wallet_getCallsStatus":
        return statuses.get(params[0] as string);
      default:
        if (manners === "rejecting" && method === "eth_signTypedData_v4") {
          throw new RpcError(4001, "User rejected the request.");
        }
        return provider.request({ method, params: [...params] });
    }
  };

  const client = createWalletClient({
    account,
    chain: hardhat,
    pollingInterval: 50,
    transport: custom({ request: request as EIP1193RequestFn }, { retryCount: 0 }),
  });
  return { client, asked: asked as readonly string[] };
}
