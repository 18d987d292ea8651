import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Calls `use` with the folder of a small round, which is gone afterwards. */
export async function withRound<T>(use: (folder: string) => Promise<T>, baseRates = BASE_RATES): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "round-"));
  try {
    await writeFile(join(folder, "base-rates.csv"), baseRates);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The last rate is below the floor of 1e-5. */
const BASE_RATES = `repo,parent,weight
https://github.com/sigp/lighthouse,ethereum,0.6
https://github.com/paradigmxyz/reth,ethereum,0.399999
https://github.com/vyperlang/vyper,ethereum,0.000001
`;
