import { network } from "hardhat";
import { getAddress, parseEther } from "viem";

import { expectPage, keyOf } from "../utils/pages.ts";
import { CHILDREN, conductorOf, deployRounds, ORIGINALITY, TARGET, WAD, WEIGHT } from "../utils/rounds.ts";
import { serve } from "../utils/serve.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { url, close } = await serve(connection);

/** The deployer, who sponsors; another one, who has money and nothing to do with the round. */
const [SPONSOR, ANYONE] = [0, 1];
const BUDGET = parseEther("10000");

async function deployedFixture() {
  const deployment = await deployRounds(connection);
  return { ...deployment, ...conductorOf(connection, deployment) };
}

async function sponsoredFixture() {
  const deployment = await deployedFixture();
  await deployment.rounds.sponsor(BUDGET);
  return deployment;
}

async function startedFixture() {
  const deployment = await sponsoredFixture();
  await deployment.rounds.start();
  return deployment;
}

async function tradingFixture() {
  const deployment = await startedFixture();
  await deployment.toTrading();
  return deployment;
}

async function openedFixture() {
  const deployment = await tradingFixture();
  await deployment.openSelections();
  return deployment;
}

async function nodeFixture() {
  const deployment = await openedFixture();
  await deployment.openNode(CHILDREN, 1);
  return deployment;
}

async function closedFixture() {
  const deployment = await nodeFixture();
  await deployment.toEvaluation();
  return deployment;
}

async function minedFixture() {
  const deployment = await closedFixture();
  await deployment.mineDraw();
  await networkHelpers.mine(1);
  return deployment;
}

/** Two seeds' audits were paid for, so one that was not drawn is among them. */
async function auditedFixture() {
  const deployment = await closedFixture();
  await deployment.draw();
  for (const index of [1, 2]) await deployment.jury.requestAudit(1n, ORIGINALITY, index, 5n);
  await deployment.toSelection();
  return deployment;
}

async function unselectedFixture() {
  const deployment = await closedFixture();
  await deployment.toChallenge();
  return deployment;
}

/** Nobody judged anything: all markets fell back to their prices. */
async function answeredFixture() {
  const deployment = await unselectedFixture();
  const { jury, rounds, toSettled } = deployment;
  await rounds.fallBackSelection(1n, CHILDREN);
  await rounds.fallBackSelection(1n, ORIGINALITY);
  for (const [kind, index] of [
    [WEIGHT, 0],
    [CHILDREN, 1],
  ] as const) {
    await jury.fallBack(await rounds.marketOf(1n, kind, index));
  }
  await toSettled();
  return deployment;
}

async function collectedFixture() {
  const deployment = await answeredFixture();
  await deployment.rounds.settleTarget(1n);
  await deployment.rounds.collect(1n, WEIGHT, 0);
  return deployment;
}

/** An edge under the target turned out to be worth nothing, and cost the pool something. */
async function owedFixture() {
  const deployment = await startedFixture();
  const { alice, conduct, registry, rounds } = { ...deployment, conduct: conductorOf(connection, deployment) };
  await registry.connect(alice).proposeEdge(TARGET, "new", WAD / 100n, 1000n * WAD);
  await conduct.toTrading();
  await rounds.openSeeds();
  await conduct.toEvaluation();
  const market = await rounds.marketOf(1n, WEIGHT, 0);
  const payouts = [4n, 3n, 2n, 1n, 0n].map((tenths) => (tenths * WAD) / 10n);
  await conduct.judge(market, payouts);
  await conduct.toSettled();
  await conduct.finalize(market, payouts);
  await rounds.settleTarget(1n);
  return deployment;
}

type Deployment = Awaited<ReturnType<typeof deployedFixture>>;

async function environmentOf({ rounds, registry, lens, money, deployer }: Deployment, account: number) {
  return {
    RPC_URL: url,
    PRIVATE_KEY: keyOf(account),
    ACCOUNT: deployer.address,
    ROUNDS: getAddress(await rounds.getAddress()),
    REGISTRY: getAddress(await registry.getAddress()),
    LENS: lens,
    MONEY: getAddress(await money.getAddress()),
  };
}

const PAGES = [
  ["sponsor", deployedFixture, SPONSOR],
  ["unsponsor", sponsoredFixture, SPONSOR],
  ["startRound", sponsoredFixture, ANYONE],
  ["getRound", tradingFixture, ANYONE],
  ["openSeeds", tradingFixture, ANYONE],
  ["openSelection", tradingFixture, ANYONE],
  ["openNode", openedFixture, ANYONE],
  ["getSelection", openedFixture, ANYONE],
  ["getEstimate", nodeFixture, ANYONE],
  ["getReference", nodeFixture, ANYONE],
  ["getRoundMarket", nodeFixture, ANYONE],
  ["getDraw", closedFixture, ANYONE],
  ["getDrawProof", minedFixture, ANYONE],
  ["draw", minedFixture, ANYONE],
  ["getEvaluationSet", auditedFixture, ANYONE],
  ["selectSeeds", auditedFixture, ANYONE],
  ["fallBackSelection", unselectedFixture, ANYONE],
  ["settleTarget", answeredFixture, ANYONE],
  ["settleSeed", answeredFixture, ANYONE],
  ["collect", answeredFixture, ANYONE],
  ["collectCompensation", owedFixture, ANYONE],
  ["getSponsorship", collectedFixture, ANYONE],
  ["withdrawSponsorship", collectedFixture, SPONSOR],
] as const;

describe("Pages: rounds", function () {
  after(close);

  for (const [name, fixture, account] of PAGES) {
    it(name, async function () {
      const deployment = await networkHelpers.loadFixture(fixture);
      await expectPage(`actions/rounds/${name}`, await environmentOf(deployment, account));
    });
  }
});
