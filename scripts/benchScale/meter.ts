import type { ContractTransactionReceipt, ContractTransactionResponse } from "ethers";

import { BaseError } from "../../sdk/src/errors/index.ts";

/** No transaction may use as much: EIP-7825. */
export const GAS_CAP = 2 ** 24;

/** What the transactions of one step used. */
export type PhaseGas = {
  readonly phase: string;
  readonly transactions: number;
  readonly gas: number;
  readonly largest: number;
  /** Nodes that the step was about; 0: none in particular. */
  readonly nodes: number;
  /** Edges that the step was about; 0: none in particular. */
  readonly edges: number;
};

/** What a transaction is about. */
export type Size = { readonly nodes?: number; readonly edges?: number };

type Limit = { readonly gasLimit: number };
type Send = (limit: Limit) => Promise<ContractTransactionResponse>;

/** Thrown when a transaction does not fit below the cap, or fails for another reason, which is the cause. */
export class TransactionFailedError extends BaseError {
  override readonly name = "TransactionFailedError";
  constructor({ phase, cause }: { readonly phase: string; readonly cause: unknown }) {
    const [reason] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
    super(`${phase}: a transaction failed with less than ${GAS_CAP.toLocaleString("en")} gas: ${reason}`, { cause });
  }
}

export type Meter = {
  /** Sends a transaction with a gas limit just below the cap, and counts what it used. */
  readonly send: (phase: string, size: Size, call: Send) => Promise<ContractTransactionReceipt>;
  /** All phases, in the order of their first transactions. */
  readonly phases: () => readonly PhaseGas[];
};

export function createMeter(): Meter {
  const phases = new Map<string, PhaseGas>();
  return {
    send: async (phase, { nodes = 0, edges = 0 }, call) => {
      const receipt = await sendBelowCap(phase, call);
      const gas = Number(receipt.gasUsed);
      const before = phases.get(phase) ?? { phase, transactions: 0, gas: 0, largest: 0, nodes: 0, edges: 0 };
      phases.set(phase, {
        phase,
        transactions: before.transactions + 1,
        gas: before.gas + gas,
        largest: Math.max(before.largest, gas),
        nodes: before.nodes + nodes,
        edges: before.edges + edges,
      });
      return receipt;
    },
    phases: () => [...phases.values()],
  };
}

/** The limit and not only the use: refunds come after a transaction had to afford everything. */
async function sendBelowCap(phase: string, call: Send): Promise<ContractTransactionReceipt> {
  try {
    const receipt = await (await call({ gasLimit: GAS_CAP - 1 })).wait();
    if (receipt?.status !== 1) throw new Error("it was not mined");
    return receipt;
  } catch (cause) {
    throw new TransactionFailedError({ phase, cause });
  }
}
