import type { Command } from "../command.ts";
import { completion } from "./completion.ts";
import { market } from "./market.ts";
import { plan } from "./plan.ts";
import { trade } from "./trade.ts";

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [market, plan, trade, completion];
