import type { EthereumProvider } from "hardhat/types/providers";
import { createWalletClient, custom, numberToHex, TimeoutError, type Account, type EIP1193RequestFn } from "viem";
import { hardhat } from "viem/chains";

/** What happens to a request. */
export type Fault =
  /** It never arrives. */
  | "timeout"
  /** It arrives, is carried out, and the answer is lost. */
  | "dropped"
  /** A node answers that has not seen the newest block. */
  | "old"
  /** It is answered, then the newest block is replaced by others without its transactions. */
  | "reorganised";

/** Thrown by requests after the process that made them has died: nothing of the program under test runs on. */
export class Died extends Error {
  override readonly name = "Died";
}

export type FaultPlan = {
  readonly fault: Fault;
  /** Number of the request that fails, from 1; of a method, or of all. */
  readonly at: number;
  /** The first of several that fail in a row, if not `at` itself. */
  readonly from?: number | undefined;
  readonly method?: string | undefined;
  /** Whether the process dies of it: no later request of the transport is carried out. */
  readonly dies?: boolean | undefined;
};

type Request = { readonly method: string; readonly params?: readonly unknown[] };

/** A provider that fails by plan, once or several times in a row. It counts, so that a drill knows when it has been through all positions. */
export type FaultyProvider = {
  readonly request: (request: Request) => Promise<unknown>;
  /** Requests that were made, in order, the failing one included. */
  readonly requests: readonly string[];
  /** Whether the fault has happened. */
  readonly hasFailed: () => boolean;
};

export type Chain = {
  readonly provider: EthereumProvider;
  /** Replaces the newest block by two others. */
  readonly reorganise: () => Promise<void>;
};

/**
 * A chain that can be reorganised: the snapshot is taken before the transaction under test, and going back to it drops
 * what was mined since. Two blocks are mined instead, so that the chain is longer than before.
 */
export async function reorganisable(provider: EthereumProvider): Promise<Chain> {
  let snapshot = await provider.request({ method: "evm_snapshot" });
  return {
    provider,
    reorganise: async () => {
      await provider.request({ method: "evm_revert", params: [snapshot] });
      snapshot = await provider.request({ method: "evm_snapshot" });
      await provider.request({ method: "hardhat_mine", params: [numberToHex(2)] });
    },
  };
}

export function faultyProvider(chain: Chain, plan?: FaultPlan): FaultyProvider {
  const requests: string[] = [];
  let counted = 0;
  let failed = false;
  const forward = (request: Request) => chain.provider.request(request);

  const fail = async (request: Request, { fault, dies = false }: FaultPlan): Promise<unknown> => {
    failed = counted === plan?.at;
    const lost = dies ? new Died() : new TimeoutError({ body: { method: request.method }, url: "faulty" });
    if (fault === "timeout") throw lost;
    const answer = fault === "old" ? await answerOld(chain, request) : await forward(request);
    if (fault === "reorganised") await chain.reorganise();
    if (fault === "dropped" || dies) throw lost;
    return answer;
  };

  return {
    requests,
    hasFailed: () => failed,
    request: async (request) => {
      if (failed && plan?.dies) throw new Died();
      requests.push(request.method);
      if (plan?.method === undefined || plan.method === request.method) ++counted;
      const isFailing = plan && !failed && counted >= (plan.from ?? plan.at);
      return isFailing ? fail(request, plan) : forward(request);
    },
  };
}

/** A wallet client whose every request goes through once, without retries of its own. */
export function faultyClient(provider: Pick<FaultyProvider, "request">, account: Account) {
  const request = provider.request as EIP1193RequestFn;
  return createWalletClient({
    account,
    chain: hardhat,
    transport: custom({ request }, { retryCount: 0 }),
  });
}

/** Reads that name a block, by the position of its number among their parameters. */
const BLOCK_PARAMETER: Readonly<Record<string, number>> = {
  eth_call: 1,
  eth_estimateGas: 1,
  eth_getBalance: 1,
  eth_getBlockByNumber: 0,
  eth_getTransactionCount: 1,
};

/** Answers as a node would that is one block behind; what it cannot know it denies. */
async function answerOld({ provider }: Chain, { method, params = [] }: Request): Promise<unknown> {
  const head = BigInt((await provider.request({ method: "eth_blockNumber" })) as string);
  const old = numberToHex(head - 1n);
  if (method === "eth_blockNumber") return old;
  const position = BLOCK_PARAMETER[method];
  if (position !== undefined) {
    const isSymbolic = typeof params[position] !== "string" || !params[position].startsWith("0x");
    const rest = params.slice(position + 1);
    return provider.request({ method, params: isSymbolic ? [...params.slice(0, position), old, ...rest] : params });
  }
  const answer = (await provider.request({ method, params: [...params] })) as { blockNumber?: string | null } | null;
  const isNews = method.startsWith("eth_getTransaction") && BigInt(answer?.blockNumber ?? head) === head;
  return isNews ? null : answer;
}
