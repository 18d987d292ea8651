import { getRegistry } from "deepfunding/actions";

import type { ReadContext } from "../command.ts";
import type { Known } from "../output/failure.ts";
import { amountsOf } from "../output/units.ts";
import type { ContractName } from "./contracts.ts";
import { lastToken, readToken, type Token } from "./token.ts";

/** What contracts are called in a sentence. */
const TITLES: Readonly<Partial<Record<ContractName, string>>> = {
  fundingPool: "FundingPool",
  jury: "Jury",
  lens: "Lens",
  markets: "Markets",
  openingAuction: "OpeningAuction",
  outcomeERC20Factory: "OutcomeERC20Factory",
  registry: "EdgeRegistry",
  rounds: "Rounds",
  safe: "the jurors' Safe",
};

/** What the amounts, addresses and nodes of an error stand for, as far as a connected command knows it. */
export async function knownOf(thrown: unknown, context: ReadContext): Promise<Pick<Known, "token" | "names">> {
  const contracts = Object.entries(context.contracts.addresses).flatMap(([name, address]) => {
    const title = TITLES[name as ContractName];
    return title === undefined ? [] : [[address.toLowerCase(), `${title} (${address})`] as const];
  });
  const token = amountsOf(thrown).length > 0 ? await tokenOf(context) : undefined;
  return { token, names: new Map([...context.names, ...contracts]) };
}

/** What the command is about; else the ecosystem's money, if the chain still answers. */
async function tokenOf({ client, contracts }: ReadContext): Promise<Token | undefined> {
  const { money, registry } = contracts.addresses;
  const read = async () => {
    const address = money ?? (registry && (await getRegistry(client, { registry })).money);
    return address && readToken(client, address);
  };
  return lastToken(client) ?? read().catch(() => undefined);
}
