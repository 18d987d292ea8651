/** Runs one experiment beside others, on a core of its own. */
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";

import { simulateLiquidity, simulateMechanisms } from "./simulateEconomy.ts";
import { simulateOrders } from "./simulateOpening.ts";
import type { Setting } from "./setting.ts";

const EXPERIMENTS = {
  orders: ({ setting, orders, seed }: Parameters) => simulateOrders(setting, orders, seed),
  mechanisms: ({ setting, seed, crowds }: Parameters) => simulateMechanisms(setting, seed, crowds),
  liquidity: ({ setting, seed, crowds }: Parameters) => simulateLiquidity(setting, seed, crowds),
};

type Parameters = {
  readonly setting: Setting;
  readonly orders: number;
  readonly crowds: number;
  readonly seed: number;
};
type Name = keyof typeof EXPERIMENTS;

/** Runs an experiment in a thread of its own; it decides nothing, so results are as without. */
export function runBeside<N extends Name>(
  name: N,
  parameters: Parameters,
): Promise<ReturnType<(typeof EXPERIMENTS)[N]>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { name, parameters } });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

if (!isMainThread && parentPort) {
  const { name, parameters } = workerData as { readonly name: Name; readonly parameters: Parameters };
  parentPort.postMessage(EXPERIMENTS[name](parameters));
}
