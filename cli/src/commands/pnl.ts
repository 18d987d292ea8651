import { formatId, readRoundContracts } from "deepfunding";
import { getPnl } from "deepfunding/actions";

import { readToken } from "../chain/token.ts";
import { defineCommand } from "../command.ts";
import { MissingSettingError } from "../errors.ts";
import { WHOLE } from "../kinds.ts";
import { optional } from "../options.ts";
import { formatMoney } from "../output/format.ts";
import { renderFacts } from "../output/table.ts";

export const pnl = defineCommand({
  name: "pnl",
  summary: "show what an account has made in the markets, out of its events",
  notes: [
    "Money in, money out, and what is held now at its marks; gas is left out. An account that held something before " +
      "--from-block needs an archive node.",
  ],
  scope: "read",
  args: {},
  options: {
    fromBlock: optional(WHOLE, "block to count from; else the first"),
    toBlock: optional(WHOLE, "block to count to; else the latest"),
  },
  examples: [
    { line: "deepfunding pnl --keystore key.json --from-block 22000000", does: "your own, since that block" },
    {
      line: "deepfunding pnl --account 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266 --json",
      does: "anybody's, by market",
    },
  ],
  run: async ({ client, account, addressOf, contracts, progress }, { fromBlock, toBlock }) => {
    if (account === undefined) {
      const remedies = ["Pass `--account <address>`, or a key with `--keystore <file>` or DEEPFUNDING_PRIVATE_KEY."];
      throw new MissingSettingError({ what: "The account", remedies });
    }
    progress.show("Reading events");
    const { money } = await readRoundContracts(client, { rounds: addressOf("rounds") });
    const places = {
      markets: addressOf("markets"),
      lens: addressOf("lens"),
      auction: contracts.addresses.openingAuction,
    };
    const found = await getPnl(client, { ...places, money, account, fromBlock, toBlock });
    const { paid, received, value, startValue, profit, realised, unrealised, fees } = found;
    const { symbol, decimals } = await readToken(client, money);
    return {
      account,
      symbol,
      decimals,
      ...{ paid, received, value, startValue, profit, realised, unrealised, fees },
      byMarket: found.byMarket.map(({ market, ...one }) => ({ market: formatId(market), ...one })),
    };
  },
  view: ({ account, paid, received, value, startValue, profit, realised, unrealised, fees, ...token }, paper) => {
    const money = (units: bigint) => formatMoney(units, token);
    const shown = profit < 0n ? paper.bad(money(profit)) : paper.good(money(profit));
    return renderFacts([
      ["Account", account],
      ["Paid", money(paid)],
      ["  of that fees", money(fees)],
      ["Received", money(received)],
      ["Held now", money(value)],
      startValue > 0n && ["Held before", money(startValue)],
      ["Profit", shown],
      ["  realised", money(realised)],
      ["  depends on what is held", money(unrealised)],
    ]);
  },
});
