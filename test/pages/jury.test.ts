import { network } from "hardhat";
import { keccak256, stringToHex } from "viem";

import { proveWeights } from "../../sdk/src/jury/index.ts";
import { Kind, ROUND } from "../utils/ballots.ts";
import { expectPage, keyOf } from "../utils/pages.ts";
import { DAY, PERIOD, USD, WAD } from "../utils/sdk.ts";
import {
  BALLOTS,
  deployCommittedRound,
  deployJuryRound,
  deployPublishedRound,
  type JuryRound,
} from "../utils/sdkJury.ts";
import { serve } from "../utils/serve.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { url, close } = await serve(connection);
const { time } = networkHelpers;

/** The sponsor is the jury's Safe; trader and other are jurors. */
const [SAFE, TRADER, OTHER] = [0, 1, 2];
const AUDIT = { round: ROUND, kind: "weight", index: 0 } as const;
const BALLOTS_ROOT = keccak256(stringToHex("ballots"));
const PAYOUTS = [(6n * WAD) / 10n, (3n * WAD) / 10n, WAD / 10n];

async function roundFixture() {
  return deployJuryRound(connection);
}

async function committedFixture() {
  return deployCommittedRound(connection);
}

async function publishedFixture() {
  return deployPublishedRound(connection);
}

async function walkedFixture() {
  const deployment = await publishedFixture();
  const { client, market, mined, now, trader } = deployment;
  const { loss } = await client.getJury({});
  const { x } = proveWeights({ ballots: BALLOTS, outcomes: 3, loss });
  await mined(await trader.walkBallots({ market, x, ballots: BALLOTS }));
  await time.increaseTo(now + DAY + PERIOD + 1n);
  return deployment;
}

async function closedFixture() {
  const deployment = await roundFixture();
  await time.increaseTo(deployment.now + DAY);
  return deployment;
}

async function postedFixture() {
  const deployment = await closedFixture();
  const { market, mined, sponsor } = deployment;
  const evidence = { ballotsRoot: BALLOTS_ROOT, evidenceURI: "ipfs://evidence" };
  await mined(await sponsor.post({ market, payouts: PAYOUTS, ...evidence }));
  return deployment;
}

async function unchallengedFixture() {
  const deployment = await postedFixture();
  await time.increase(PERIOD + 1n);
  return deployment;
}

async function challengedFixture() {
  const deployment = await postedFixture();
  const { market, mined, other, trader } = deployment;
  await mined(await other.gift({ amount: 30n * USD }));
  await mined(await trader.challenge({ market, reasonURI: "ipfs://reason" }));
  return deployment;
}

/** The trader was right: the stake is theirs again. */
async function creditedFixture() {
  const deployment = await challengedFixture();
  const { market, mined, sponsor } = deployment;
  const evidence = { ballotsRoot: BALLOTS_ROOT, evidenceURI: "ipfs://corrected" };
  await mined(await sponsor.amend({ market, payouts: [0n, 0n, WAD], ...evidence }));
  return deployment;
}

async function unpostedFixture() {
  const deployment = await closedFixture();
  await time.increase(PERIOD + 1n);
  return deployment;
}

async function auditedFixture() {
  const deployment = await committedFixture();
  const { mined, other, trader } = deployment;
  await mined(await trader.requestAudit({ ...AUDIT, amount: 7n * USD }));
  await mined(await other.requestAudit({ ...AUDIT, amount: 3n * USD }));
  return deployment;
}

async function notJudgedFixture() {
  const deployment = await auditedFixture();
  await deployment.rounds.write.select([ROUND, Kind.Weight, []]);
  return deployment;
}

/** The market is resolved by its ballots, and its audit was paid for. */
async function verifiedFixture() {
  const deployment = await publishedFixture();
  const { client, market, mined, now, rounds, trader } = deployment;
  await mined(await trader.requestAudit({ ...AUDIT, amount: 6n * USD }));
  await rounds.write.select([ROUND, Kind.Weight, [0n]]);
  const { loss } = await client.getJury({});
  const { x } = proveWeights({ ballots: BALLOTS, outcomes: 3, loss });
  await mined(await trader.walkBallots({ market, x, ballots: BALLOTS }));
  await time.increaseTo(now + DAY + PERIOD + 1n);
  await mined(await trader.postVerified({ market, x }));
  return deployment;
}

async function overFixture() {
  const deployment = await verifiedFixture();
  const { mined, now, trader } = deployment;
  await mined(await trader.collectAudit(AUDIT));
  await time.increaseTo(now + 8n * DAY + 7n * PERIOD);
  return deployment;
}

async function distributedFixture() {
  const deployment = await overFixture();
  const { mined, trader } = deployment;
  await mined(await trader.distributeRewards({ round: ROUND }));
  return deployment;
}

function environmentOf({ jurors, jury, market, trader }: JuryRound, account: number) {
  return {
    RPC_URL: url,
    PRIVATE_KEY: keyOf(account),
    JURY: jury,
    MARKET: String(market),
    JURORS: JSON.stringify(jurors),
    ACCOUNT: trader.account.address,
    BALLOTS_ROOT,
  };
}

const PAGES = [
  ["getJury", roundFixture, OTHER],
  ["commitJurors", roundFixture, SAFE],
  ["signBallot", committedFixture, TRADER],
  ["publishBallot", committedFixture, TRADER],
  ["getBallots", publishedFixture, OTHER],
  ["getTally", publishedFixture, OTHER],
  ["walkBallots", publishedFixture, TRADER],
  ["getWalk", walkedFixture, OTHER],
  ["postVerified", walkedFixture, TRADER],
  ["post", closedFixture, SAFE],
  ["getPosting", postedFixture, OTHER],
  ["challenge", postedFixture, TRADER],
  ["finalize", unchallengedFixture, OTHER],
  ["affirm", challengedFixture, SAFE],
  ["amend", challengedFixture, SAFE],
  ["getCredits", creditedFixture, OTHER],
  ["withdraw", creditedFixture, TRADER],
  ["withdrawFor", creditedFixture, OTHER],
  ["fallBack", unpostedFixture, OTHER],
  ["gift", roundFixture, OTHER],
  ["requestAudit", committedFixture, TRADER],
  ["getAudits", auditedFixture, OTHER],
  ["getAudit", auditedFixture, OTHER],
  ["refundAudit", notJudgedFixture, OTHER],
  ["collectAudit", verifiedFixture, OTHER],
  ["distributeRewards", overFixture, OTHER],
  ["getRewards", distributedFixture, OTHER],
  ["getBallotReward", distributedFixture, OTHER],
  ["claimRewards", distributedFixture, OTHER],
] as const;

describe("Pages: jury", function () {
  after(close);

  for (const [name, fixture, account] of PAGES) {
    it(name, async function () {
      const deployment = await networkHelpers.loadFixture<JuryRound>(fixture);
      await expectPage(`actions/jury/${name}`, environmentOf(deployment, account));
    });
  }
});
