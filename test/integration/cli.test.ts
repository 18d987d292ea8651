import { expect } from "chai";
import { artifacts } from "hardhat";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createPublicClient,
  createWalletClient,
  getAddress,
  http,
  parseEther,
  publicActions,
  zeroHash,
  type Hex,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";

import { createMarket, deepFundingActions, tradeCall } from "../../sdk/src/client/index.ts";
import { encodeCall } from "../../sdk/src/chain/encodeCalls.ts";
import { computeMarket } from "../../sdk/src/math/ids.ts";
import type { MarketParams } from "../../sdk/src/types/marketParams.ts";
import { startCliNetwork, type CliNetwork } from "../utils/cli.ts";

type Order = { readonly outcome: number; readonly amount: string; readonly name: string };
type Traded = {
  readonly title: string;
  readonly paidIn: string;
  readonly orders: readonly Order[];
  readonly expectedProfit: string;
};
type Outcome = { readonly name: string; readonly price: string; readonly long: string; readonly depth: string };

describe("deepfunding: markets and trades", function () {
  let on: CliNetwork;
  before(async function () {
    this.timeout(60_000);
    on = await startCliNetwork();
  });
  after(() => on.network.close());

  const blockNumber = () => createPublicClient({ transport: http(on.network.url) }).getBlockNumber({ cacheTime: 0 });

  it("market shows the prices of the round, highest first, and its JSON has all of them", async function () {
    const { code, out } = await on.cli("market --top 3");
    expect(code).to.equal(0);
    expect(out).to.match(/nomicfoundation\/hardhat +█+ +24\.411% +24\.411%/);
    expect(out).to.include("… and 17 more");
    const { outcomes } = await on.json("market");
    const prices = (outcomes as Outcome[]).map(({ price }) => BigInt(price));
    expect(prices).to.deep.equal(on.network.market.prices);
    expect((outcomes as Outcome[]).map(({ name }) => name)).to.deep.equal(on.network.market.projects);
  });

  it("market by id has numbers for outcomes, or the names that are listed", async function () {
    const id = `0x${on.network.market.id.toString(16)}`;
    expect((await on.cli(`market --market ${id}`)).out).to.include("outcome 3");
    const listed = { "names.txt": on.network.market.projects.join("\n") };
    const { out } = await on.cli(`market --market ${id} --projects names.txt`, { files: listed });
    expect(out).to.include("nomicfoundation/hardhat");
  });

  it("market of a question that nobody has opened says so, and exits with 1", async function () {
    const { code, error } = await on.cli("market --kind originality --project nomicfoundation/hardhat");
    expect(code).to.equal(1);
    expect(error).to.include("was not opened yet").and.to.include("round status");
  });

  it("market of a project wants to know what about it: 2", async function () {
    const { code, error } = await on.cli("market --project nomicfoundation/hardhat");
    expect(code).to.equal(2);
    expect(error).to.include("--kind");
  });

  it("plan sends nothing, and needs no account", async function () {
    const block = await blockNumber();
    const plan = await on.json("plan what-ships.csv --budget 100");
    expect(BigInt(plan["total"] as string) <= parseEther("100")).to.equal(true);
    expect((plan["markets"] as Traded[])[0]?.orders).to.have.length.above(1);
    expect(await blockNumber()).to.equal(block);
  });

  it("plan of what the market says already is nothing to do: 5", async function () {
    const { projects, prices } = on.network.market;
    const rows = projects.map((name, i) => `${name},deep-funding-markets,${Number(prices[i]) / 1e18}`);
    const files = { "same.csv": ["repo,parent,weight", ...rows].join("\n") };
    const { code, out } = await on.cli("plan same.csv --budget 100", { files });
    expect([code, out.includes("Nothing to trade")]).to.deep.equal([5, true]);
  });

  it("a file that is none, or misses a project, is named: 2", async function () {
    const files = { "short.csv": "repo,parent,weight\nnomicfoundation/hardhat,deep-funding-markets,1\n" };
    const short = await on.cli("plan short.csv --budget 100", { files });
    expect(short.code).to.equal(2);
    expect(short.error).to.match(/^short\.csv: .*no row for https:\/\/github\.com\//);
    expect((await on.cli("plan none.csv --budget 100")).error).to.match(/^none\.csv: This file cannot be read/);
  });

  it("trade --dry-run simulates and says what would be sent, and sends nothing", async function () {
    const block = await blockNumber();
    const { code, out } = await on.cli("trade what-ships.csv --budget 100 --dry-run", { env: on.keyOf(1) });
    expect(code).to.equal(0);
    expect(out)
      .to.match(/Sign a permit/)
      .and.to.match(/Call `trade` of Markets/)
      .and.to.include("Nothing was sent.");
    expect(await blockNumber()).to.equal(block);
  });

  it("trade --dry-run says what the chain would refuse, though nothing is approved: 3", async function () {
    const account = "0x000000000000000000000000000000000000dEaD";
    const { code, error } = await on.cli(`trade what-ships.csv --budget 100 --dry-run --account ${account}`);
    expect(code).to.equal(3);
    expect(error)
      .to.include("has 0 tUSD; ")
      .and.to.match(/; \d+\.\d+ tUSD are needed\./);
  });

  it("trade --unsigned prints transactions that any wallet can send", async function () {
    const { code, out } = await on.cli(`trade what-ships.csv --budget 100 --unsigned --account ${on.account(2)}`);
    expect(code).to.equal(0);
    const [approve, trade] = JSON.parse(out) as { to: string; data: Hex; value: string; chainId: number }[];
    expect(approve).to.include({ to: on.network.contracts.money, value: "0", chainId: on.network.chainId });
    expect(trade?.to).to.equal(on.network.contracts.markets);
    const selector = (data: Hex | undefined) => data?.slice(0, 10);
    const { data } = encodeCall(
      tradeCall({ markets: on.account(0), market: 0n, orders: [], maxCost: 0n, deadline: 0n, receiver: on.account(0) }),
    );
    expect(selector(trade?.data)).to.equal(selector(data));
  });

  it("trade --safe prints a batch for the Transaction Builder of a Safe", async function () {
    const { safe, money, markets } = on.network.contracts;
    // The Safe has no money: what would revert first is not made a batch of.
    const { out } = await on.cli(`trade what-ships.csv --budget 100 --safe --account ${safe}`);
    const batch = JSON.parse(out) as { chainId: string; transactions: { to: string }[]; meta: object };
    expect(batch.chainId).to.equal(String(on.network.chainId));
    expect(batch.transactions.map(({ to }) => to)).to.deep.equal([money, markets]);
    expect(batch.meta).to.include({ createdFromSafeAddress: safe });
    expect((batch.meta as { checksum: string }).checksum).to.match(/^0x[0-9a-f]{64}$/);
  });

  it("trade asks on a terminal, and sends nothing without a yes: 1", async function () {
    const block = await blockNumber();
    const { code, error, questions } = await on.cli("trade what-ships.csv --budget 100", {
      env: on.keyOf(1),
      answers: ["n"],
    });
    expect([code, questions]).to.deep.equal([1, ["Send? [y/N] "]]);
    expect(error).to.include("Call `trade`").and.to.include("Nothing was sent");
    expect(await blockNumber()).to.equal(block);
  });

  it("trade without a terminal, or without a key, wants to be told: 2", async function () {
    expect(await on.cli("trade what-ships.csv --budget 100", { env: on.keyOf(1) })).to.include({ code: 2 });
    const { code, error } = await on.cli("trade what-ships.csv --budget 100 --yes");
    expect(code).to.equal(2);
    expect(error).to.include("--keystore");
  });

  it("trade buys what was planned for at most the budget, and a second time only what is left", async function () {
    this.timeout(60_000);
    const env = on.keyOf(1);
    const trade = await on.json("trade what-ships.csv --budget 100 --yes", { env });
    expect(trade["paid"]).to.equal(trade["total"]);
    expect(BigInt(trade["paid"] as string) <= parseEther("100")).to.equal(true);
    const { outcomes } = await on.json("market", { env });
    const [market] = trade["markets"] as Traded[];
    expect(market?.orders).to.have.length.above(1);
    for (const { outcome, amount } of market?.orders ?? []) {
      expect((outcomes as Outcome[])[outcome]?.long).to.equal(amount);
    }
    const again = await on.json("plan what-ships.csv --budget 100", { env });
    expect(Number(again["expectedProfit"])).to.be.below(Number(trade["expectedProfit"]));
  });

  it("market --since draws how prices moved", async function () {
    const { outcomes, times } = await on.json("market --since 0");
    const shorted = (outcomes as (Outcome & { history: string[]; baseRate: string })[]).find(({ name }) =>
      name.endsWith("nomicfoundation/hardhat"),
    );
    expect(shorted?.history).to.have.length((times as string[]).length);
    expect([shorted?.history[0], shorted?.history.at(-1)]).to.deep.equal([shorted?.baseRate, shorted?.price]);
    expect((await on.cli("market --since 0 --top 1")).out).to.match(/nomicfoundation\/hardhat +█+▁+ /);
  });

  it("trade with a keystore asks for its password only to sign", async function () {
    this.timeout(60_000);
    const files = { key: on.keyOf(3).DEEPFUNDING_PRIVATE_KEY, pw: "secret" };
    const { written } = await on.cli("keystore import k.json --key-file key --password-file pw", { files });
    const own = { "k.json": written.get("k.json")?.text ?? "" };
    const wrong = await on.cli("trade equal.csv --budget 5 --keystore k.json", { files: own, answers: ["y", "guess"] });
    expect([wrong.code, wrong.questions]).to.deep.equal([1, ["Send? [y/N] ", "Password of k.json: "]]);
    const right = await on.cli("trade equal.csv --budget 5 --keystore k.json", {
      files: own,
      answers: ["y", "secret"],
    });
    expect(right.code).to.equal(0);
    expect(right.out).to.match(/Paid +4\.9/);
  });

  it("positions shows what was bought, its value, and what selling it would bring", async function () {
    const env = on.keyOf(1);
    const { positions, totals } = await on.json("positions", { env });
    expect(positions).to.have.length(1);
    const [total] = totals as { markValue: string; saleValue: string; symbol: string }[];
    expect(total?.symbol).to.equal("tUSD");
    expect(BigInt(total?.markValue ?? "0") > BigInt(total?.saleValue ?? "0")).to.equal(true);
    expect((await on.cli("positions", { env })).out).to.match(/openzeppelin\/openzeppelin-contracts +[\d,.]+/);
    const none = await on.cli("positions --account 0x000000000000000000000000000000000000dEaD");
    expect([none.code, none.out.includes("has nothing")]).to.deep.equal([5, true]);
    expect(await on.cli("positions")).to.include({ code: 2 });
  });

  it("weights template is a file that plan reads, and at which there is nothing to trade", async function () {
    const { code, out } = await on.cli("weights template");
    expect(code).to.equal(0);
    expect(out).to.match(/^repo,parent,weight\nhttps:/);
    const same = await on.cli("plan same.csv --budget 100", { files: { "same.csv": out } });
    expect([same.code, same.error], same.out).to.deep.equal([5, ""]);
    const { reason } = JSON.parse(
      (await on.cli("plan same.csv --budget 100 --json", { files: { "same.csv": out } })).out,
    ) as {
      reason: string;
    };
    expect(reason).to.include("no price is further");
  });

  it("pnl counts what an account has paid, received and holds", async function () {
    this.timeout(60_000);
    const account = on.account(1);
    const found = await on.json(`pnl --account ${account}`);
    const [profit, value, paid, received] = ["profit", "value", "paid", "received"].map((name) =>
      BigInt(String(found[name])),
    );
    expect(profit).to.equal((received ?? 0n) - (paid ?? 0n) + (value ?? 0n));
    expect((await on.cli(`pnl --account ${account}`)).out).to.match(/\nProfit +-?[\d.,<]+ tUSD\n/);
    expect((await on.cli("pnl")).code).to.equal(2);
  });

  it("redeem before any resolution is nothing to do: 5", async function () {
    const { code, out } = await on.cli("redeem --yes", { env: on.keyOf(1) });
    expect(code).to.equal(5);
    expect(out).to.match(/^Nothing to redeem/);
  });

  it("liquidity add costs at most the amount, and remove brings shares back", async function () {
    this.timeout(60_000);
    const env = on.keyOf(4);
    const added = await on.json("liquidity add 100 --yes", { env });
    expect(BigInt(added["done"] as string) <= parseEther("100")).to.equal(true);
    expect(added["done"]).to.equal(added["assets"]);
    const sharesOf = async () => BigInt((await on.json("market", { env }))["shares"] as string);
    expect(await sharesOf()).to.equal(BigInt(added["shares"] as string));
    const removed = await on.json("liquidity remove 50% --yes", { env });
    expect(removed["done"]).to.equal(removed["assets"]);
    expect(await sharesOf()).to.equal(BigInt(added["shares"] as string) - BigInt(removed["shares"] as string));
    expect(await on.cli("liquidity remove 1 --founding --yes", { env })).to.include({ code: 5 });
    expect((await on.cli("liquidity add 0.000000000000000001 --yes", { env })).error).to.include("less than a share");
  });

  describe("given markets of originality and children", function () {
    before(async function () {
      this.timeout(60_000);
      const account = privateKeyToAccount(on.keyOf(0).DEEPFUNDING_PRIVATE_KEY);
      const client = createWalletClient({ account, transport: http(on.network.url) })
        .extend(publicActions)
        .extend(deepFundingActions(on.network.contracts));
      const mined = async (hash: Hex) => client.waitForTransactionReceipt({ hash });
      for (const kind of ["originality", "children"] as const) {
        await mined(await client.openSelection({ kind }));
        for (const project of ["eslint/eslint", "nomicfoundation/hardhat"]) {
          const index = on.network.market.projects.indexOf(`https://github.com/${project}`);
          await mined(await client.openNode({ kind, index }));
        }
      }
    });

    it("files of all formats share one budget, by one transaction, and money is split into selection tokens", async function () {
      this.timeout(60_000);
      const env = on.keyOf(2);
      const files = "what-ships.csv what-ships.originality.csv what-ships.children.csv";
      const plan = await on.json(`plan ${files} --budget 500`, { env });
      expect(new Set((plan["markets"] as Traded[]).map(({ paidIn }) => paidIn))).to.deep.equal(
        new Set(["money", "selection"]),
      );
      expect(plan["skipped"]).to.have.length.above(5);
      // Without the market of weights, which promises more, the money goes through the selection.
      const nested = files.replace("what-ships.csv ", "");
      const trade = await on.json(`trade ${nested} --budget 50 --yes`, { env });
      expect(trade["splits"]).to.have.length.above(0);
      expect(BigInt(trade["paid"] as string) <= parseEther("50")).to.equal(true);
      expect(trade["paid"]).to.equal(trade["total"]);
      expect((trade["sending"] as { steps: unknown[] }).steps).to.have.length(2); // a permit, and one transaction
      const { positions } = await on.json("positions", { env });
      const titles = (positions as { title: string }[]).map(({ title }) => title);
      for (const { title, orders } of trade["markets"] as Traded[]) {
        if (orders.length > 0) expect(titles).to.include(title);
      }
    });

    it("a project that the round does not know is said to be skipped, first", async function () {
      const rows = ["eslint/eslint,0.9", "eslint/eslit,0.2"];
      const files = { "beliefs.csv": ["repo,originality", ...rows, ""].join("\n") };
      const { skipped, markets } = await on.json("plan beliefs.csv --budget 50", { files });
      expect(skipped).to.deep.equal([
        { title: "https://github.com/eslint/eslit", why: "the round asks nothing about it" },
      ]);
      expect(markets).to.have.length(1);
    });

    it("market shows the originality of a project", async function () {
      const { outcomes, title } = await on.json("market --kind originality --project eslint/eslint");
      expect(title).to.equal("Originality of https://github.com/eslint/eslint");
      expect((outcomes as Outcome[]).map(({ name }) => name)).to.deep.equal(["UP (keeps)", "DOWN (passes on)"]);
      const { out } = await on.cli("market --kind originality --project eslint/eslint", { env: on.keyOf(2) });
      expect(out)
        .to.match(/It has +[\d,.]+ outcome tokens/)
        .and.not.include("tUSD");
    });

    it("--fraction is for one market: 2", async function () {
      const { code, error } = await on.cli("plan what-ships.csv what-ships.originality.csv --budget 10 --fraction 0.5");
      expect([code, error.includes("--fraction is for one market")]).to.deep.equal([2, true]);
      const half = await on.json("plan what-ships.csv --budget 100 --fraction 0.5");
      const whole = await on.json("plan what-ships.csv --budget 100 --fraction 1");
      expect(Number(half["total"])).to.be.below(Number(whole["total"]));
    });
  });

  it("trade --journal goes on after the RPC has failed, and sends nothing twice", async function () {
    this.timeout(60_000);
    const folder = await mkdtemp(join(tmpdir(), "journal-"));
    const broken = await breakAfterSending(on.network.url);
    try {
      const line = `trade equal.csv --budget 7 --yes --journal ${join(folder, "one")}`;
      const env = on.keyOf(5);
      // The approval is mined in the first run, the trade in the second, as each run ends when the RPC does.
      const first = await on.cli(line, { env: { ...env, RPC_URL: broken.url } });
      expect(first.code, first.error).to.equal(4);
      const block = await blockNumber();
      const done = await on.json(line, { env });
      expect(BigInt(done["paid"] as string) > 0n).to.equal(true);
      expect(await blockNumber()).to.equal(block + 1n); // the trade alone: the approval was found
      const again = await on.json(line, { env });
      expect(again["resumed"]).to.equal(true);
      expect((again["trades"] as { paid: string }[])[0]?.paid).to.equal(done["paid"]);
      expect(await blockNumber()).to.equal(block + 1n);
    } finally {
      broken.server.close();
      broken.server.closeAllConnections();
      await rm(folder, { recursive: true });
    }
  });

  it("what an RPC may have sent is not to be run again without looking: 1, not 4", async function () {
    const broken = await breakAfterSending(on.network.url);
    try {
      const env = on.keyOf(6);
      const block = await blockNumber();
      const lost = await on.cli("fund 3 --token eth --yes", { env: { ...env, RPC_URL: broken.url } });
      expect([lost.code, await blockNumber()]).to.deep.equal([1, block + 1n]);
      expect(lost.error).to.include("may still happen");
      const unsent = await on.cli("fund 3 --token eth --yes", { env: { ...env, RPC_URL: broken.url } });
      expect([unsent.code, await blockNumber()]).to.deep.equal([4, block + 1n]);
    } finally {
      broken.server.close();
      broken.server.closeAllConnections();
    }
  });

  it("a token whose symbol would write over the terminal is shown by its address", async function () {
    const account = privateKeyToAccount(on.keyOf(7).DEEPFUNDING_PRIVATE_KEY);
    const client = createWalletClient({ account, transport: http(on.network.url) }).extend(publicActions);
    const { abi, bytecode } = await artifacts.readArtifact("TestToken");
    const deployed = await client.deployContract({
      abi,
      bytecode: bytecode as Hex,
      args: ["T", "\u001b[2JUSDC", 6],
      chain: null,
    });
    const { contractAddress } = await client.waitForTransactionReceipt({ hash: deployed });
    const asset = getAddress(contractAddress ?? "0x");
    const { markets } = on.network.contracts;
    const { timestamp } = await client.getBlock();
    const params: MarketParams = {
      ...{ asset, assetId: 0n, resolver: account.address, opener: account.address, outcomes: 2 },
      ...{ closesAt: timestamp + 86_400n, twapWindow: 3_600n, feeRate: 0n, alpha: 0n, context: zeroHash },
    };
    const hash = await createMarket(client, { markets, params });
    await client.waitForTransactionReceipt({ hash });
    const id = computeMarket({ chainId: on.network.chainId, markets, creator: account.address, params });
    const { code, out } = await on.cli(`market --market ${id} --account ${account.address}`);
    expect(code).to.equal(0);
    expect(out).to.include(`depth (${asset})`).and.not.include("USDC");
  });

  it("what cannot be meant, or would be ignored, is refused: 2", async function () {
    const fine = await on.cli("fund 1.0000000000000000001 --token eth --dry-run", { env: on.keyOf(1) });
    expect([fine.code, fine.error.includes("18 decimals")]).to.deep.equal([2, true]);
    const large = await on.cli(`fund ${"9".repeat(70)} --token eth --dry-run`, { env: on.keyOf(1) });
    expect(large.code).to.equal(2);
    const folder = join(tmpdir(), "no-journal");
    for (const way of ["--unsigned", "--safe"]) {
      const line = `trade equal.csv --budget 7 --journal ${folder} --account ${on.account(1)} ${way}`;
      expect(await on.cli(line), way).to.include({ code: 2, out: "" });
    }
    const listed = { "names.txt": "eslint/eslint\na b\n" };
    const names = await on.cli("market --projects names.txt", { files: listed });
    expect([names.code, names.error.startsWith("names.txt: ")]).to.deep.equal([2, true]);
    const two = await on.cli("plan equal.csv what-ships.csv --budget 1 --market 1");
    expect([two.code, two.error.includes("one file too many")]).to.deep.equal([2, true]);
  });

  it("contracts of another chain are refused before anything is read: 2", async function () {
    const files = { "other.json": JSON.stringify({ chainId: 1, ...on.network.contracts }) };
    const { code, error } = await on.cli("market --contracts other.json", { files });
    expect(code).to.equal(2);
    expect(error).to.include(`other.json is for chain 1, but the RPC is on chain ${on.network.chainId}`);
  });
});

/** An RPC that passes requests on until it has passed a transaction on, and answers nothing from then. */
async function breakAfterSending(url: string): Promise<{ readonly url: string; readonly server: Server }> {
  let isBroken = false;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (isBroken) return void response.destroy();
      const body = Buffer.concat(chunks).toString();
      isBroken = body.includes("eth_sendRawTransaction");
      const headers = { "content-type": "application/json" };
      fetch(url, { method: "POST", headers, body }).then(
        async (answer) => {
          const text = await answer.text();
          if (isBroken) response.destroy();
          else response.writeHead(200, headers).end(text);
        },
        () => response.destroy(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
