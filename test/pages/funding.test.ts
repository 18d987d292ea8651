import { network } from "hardhat";
import { erc20Abi, parseEther } from "viem";

import { planPulls } from "../../sdk/src/graph/index.ts";
import { ETH, node, type TestGraph } from "../utils/funding.ts";
import { expectPage, keyOf, type Environment } from "../utils/pages.ts";
import { serve } from "../utils/serve.ts";
import { USD } from "../utils/sdk.ts";
import { deploySdkFunding, settleWithEther } from "../utils/sdkFunding.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { url, close } = await serve(connection);

/** The accounts of `deploySdkFunding`. */
const [FUNDER, PAYEE, ANYONE] = [0, 1, 2];

const GETH = "https://github.com/ethereum/go-ethereum";
const NETHERMIND = "https://github.com/nethermindeth/nethermind";
const BLST = "https://github.com/supranational/blst";
/** Two seeds depend on `blst`; the target and UNKNOWN have the names of the mock. */
const PROJECTS: TestGraph = {
  target: {
    o: 0,
    children: { [GETH]: 205, [NETHERMIND]: 127, "https://github.com/sigp/lighthouse": 568, unknown: 100 },
  },
  [GETH]: { o: 400, children: { [BLST]: 50, "https://github.com/golang/go": 950 } },
  [NETHERMIND]: { o: 376, children: { "https://github.com/dotnet/runtime": 892, [BLST]: 108 } },
};

async function unsettledFixture() {
  const deployment = await deploySdkFunding(connection, PROJECTS);
  const { graph, payee } = deployment;
  for (const name of [GETH, BLST]) await graph.write.setPayee([node(name), payee.account.address]);
  return deployment;
}

/** Money came by a plain transfer. */
async function transferredFixture() {
  const deployment = await unsettledFixture();
  const { funder, fundingPool, mined, money } = deployment;
  const args = [fundingPool, 500n * USD] as const;
  await mined(await funder.writeContract({ address: money, abi: erc20Abi, functionName: "transfer", args }));
  return deployment;
}

/** Round 1 has settled with 100 ether and 500 of the money. */
async function settledFixture() {
  const deployment = await transferredFixture();
  const { mined, money, other } = deployment;
  await mined(await other.record({ token: money }));
  await settleWithEther(deployment, parseEther("100"));
  return deployment;
}

/** What is due to the seeds has reached them. */
async function seedsFixture() {
  const deployment = await settledFixture();
  const { mined, other } = deployment;
  const edges = [0n, 1n].map((index) => ({ parent: node("target"), index }));
  await mined(await other.pullMany({ round: 1n, token: ETH, edges }));
  return deployment;
}

/** Everything has reached its project. */
async function pulledFixture() {
  const deployment = await settledFixture();
  const { client, graph: registry, mined, money, other } = deployment;
  const graph = await client.getGraph({ registry: registry.address, round: 1n });
  for (const token of [ETH, money]) {
    const books = await client.getBooks({ round: 1n, token, graph });
    for (const edges of planPulls({ graph, books }).batches) {
      await mined(await other.pullMany({ round: 1n, token, edges }));
    }
  }
  return deployment;
}

/** One project has been paid. */
async function paidFixture() {
  const deployment = await pulledFixture();
  await deployment.mined(await deployment.other.claimFor({ round: 1n, token: ETH, node: node(GETH) }));
  return deployment;
}

/** So many rounds have settled that the claims of round 1 may end. */
async function lateFixture() {
  const deployment = await paidFixture();
  await deployment.graph.write.setUnsettled([4n]);
  return deployment;
}

type Deployment = Awaited<ReturnType<typeof unsettledFixture>>;

function environmentOf({ fundingPool, graph, money }: Deployment, account: number): Environment {
  return {
    RPC_URL: url,
    PRIVATE_KEY: keyOf(account),
    FUNDING_POOL: fundingPool,
    REGISTRY: graph.address,
    MONEY: money,
  };
}

type State = { readonly fixture: () => Promise<Deployment>; readonly account?: number };

/** By action: the state in which a user calls it, and who that is. */
const PAGES: Readonly<Record<string, State>> = {
  claim: { fixture: pulledFixture, account: PAYEE },
  claimFor: { fixture: pulledFixture },
  claimMany: { fixture: pulledFixture, account: PAYEE },
  fund: { fixture: unsettledFixture, account: FUNDER },
  fundEth: { fixture: unsettledFixture, account: FUNDER },
  getAccount: { fixture: seedsFixture },
  getBooks: { fixture: seedsFixture },
  getClaimable: { fixture: pulledFixture },
  getFundingPool: { fixture: settledFixture },
  getGraph: { fixture: settledFixture },
  getPot: { fixture: paidFixture },
  multicallFunding: { fixture: settledFixture, account: PAYEE },
  permitFunding: { fixture: unsettledFixture, account: FUNDER },
  pull: { fixture: seedsFixture },
  pullMany: { fixture: settledFixture },
  record: { fixture: transferredFixture },
  sweep: { fixture: lateFixture },
};

describe("Pages: funding", function () {
  after(close);

  for (const [action, { fixture, account = ANYONE }] of Object.entries(PAGES)) {
    it(action, async function () {
      const deployment = await networkHelpers.loadFixture(fixture);
      await expectPage(`actions/funding/${action}`, environmentOf(deployment, account));
    });
  }
});
