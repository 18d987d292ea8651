/** The pictures of the documentation, drawn by the project's own code from its sample round. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { readRound } from "../../utils/round.ts";
import { drawContractMap } from "./contractMap.ts";
import { drawMarketLife } from "./marketLife.ts";
import { drawLifecycle, type RoundParameters } from "./lifecycle.ts";
import { drawMoneyFlow } from "./moneyFlow.ts";
import type { Picture } from "./picture.ts";
import { drawPrices } from "./prices.ts";

/** Where they lie, for READMEs that are read elsewhere than on the site. */
export const PICTURES = "docs/pictures";

/** Draws all of them from what lies in the repository. */
export async function drawPictures(root: string): Promise<Picture[]> {
  const round = await readRound(join(root, "examples", "own-dependencies"));
  const text = await readFile(join(root, "deploy", "parameters", "localhost.json"), "utf8");
  const { Local } = JSON.parse(text) as { readonly Local: RoundParameters };
  return [drawLifecycle(Local), drawContractMap(), drawMarketLife(), drawPrices(round), drawMoneyFlow(round)];
}
