import type { Hex } from "viem";

import { nodeId } from "../../sdk/src/graph/index.ts";
import type { Round } from "../utils/round.ts";
import type { DemoChain, DemoClient } from "./chain.ts";
import type { DemoPlan } from "./plan.ts";

/** How the market of weights opens: at the base rates, or at what sealed bids say. */
export type Opening = "base-rates" | "auction";

/** What every act of the demo is given. */
export type Stage = {
  readonly chain: DemoChain;
  readonly folder: Round;
  readonly plan: DemoPlan;
  /** Number of the round that is played. */
  readonly round: bigint;
  readonly opening: Opening;
  /** What each trader backs the prediction of weights with, in units. */
  readonly budget: bigint;
  /** Told what happens. */
  readonly log: (line: string) => void;
};

/** Names of a node's roster in the round, in the order of its market's outcomes. */
export async function rosterOf({ chain, plan, round }: Stage, node: Hex): Promise<readonly string[]> {
  const { children } = await (await chain.clientOf("sponsor")).getRoster({ round, node });
  return children.map((child) => plan.nameOf.get(child) ?? child);
}

/** Names of the round's seeds, in the order of the market of their weights. */
export function seedsOf(stage: Stage): Promise<readonly string[]> {
  return rosterOf(stage, nodeId(stage.folder.target));
}

/** Gives an account money and lets a contract take it. */
export async function fundAccount(chain: DemoChain, client: DemoClient, spender: Hex, amount: bigint): Promise<void> {
  await chain.mint(client.account.address, amount);
  await chain.spend("approve", await client.approveAsset({ asset: chain.money, spender, amount }));
}

/** Money for people. */
export function formatMoney(units: bigint): string {
  return (Number(units) / 1e18).toLocaleString("en", { maximumFractionDigits: 2 });
}
