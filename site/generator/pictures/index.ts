/** The pictures of the documentation, from the project's own sample round. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { BaseError } from "../../../sdk/src/errors/index.ts";
import { readRound } from "../../../scripts/utils/round.ts";
import { renderSvg } from "../../../scripts/utils/svg.ts";
import { findPages } from "../documents.ts";
import { drawDiagrams } from "./diagrams.ts";
import { diagramsOf } from "./inline.ts";
import { moneyFlowText } from "./moneyFlow.ts";
import { drawPrices } from "./prices.ts";

const PRICES = "site/pictures/prices.svg";
const FLOW = "site/how-it-works.md";
const FLOW_TEXT = /(<!-- money flow: written by npm run docs -- --update -->\n```mermaid\n)[\s\S]*?(```)/;

export class StalePictureError extends BaseError {
  override readonly name = "StalePictureError";
  constructor({ file }: { readonly file: string }) {
    super(`${file} is stale: run \`npm run docs -- --update\` and commit it.`);
  }
}

/** Draws what the sample round says, and then the diagrams of all pages; or checks that it was. @throws {StalePictureError} */
export async function updatePictures(root: string, update: boolean): Promise<void> {
  const round = await readRound(join(root, "examples", "own-dependencies"));
  const flow = await readFile(join(root, FLOW), "utf8");
  await put(root, PRICES, renderSvg(drawPrices(round)), update);
  await put(
    root,
    FLOW,
    flow.replace(FLOW_TEXT, (_, begin, end) => begin + moneyFlowText(round) + end),
    update,
  );
  if (!update) return;
  const pages = findPages(root).map(async (file) =>
    diagramsOf(file.replace(/^site\/|\.md$/g, ""), await readFile(join(root, file), "utf8")),
  );
  await drawDiagrams(root, (await Promise.all(pages)).flat());
}

/** Writes a file, or sees that it is already as it would be written. */
async function put(root: string, file: string, text: string, update: boolean): Promise<void> {
  if (update) await writeFile(join(root, file), text);
  else if ((await readFile(join(root, file), "utf8").catch(() => "")) !== text) throw new StalePictureError({ file });
}
