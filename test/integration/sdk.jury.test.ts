import { expect } from "chai";
import { network } from "hardhat";
import type { Address } from "viem";

import {
  commitJurorsCall,
  parseClaimRewardsLogs,
  parseCollectAuditLogs,
  parseCommitJurorsLogs,
  parseDistributeRewardsLogs,
  parsePostVerifiedLogs,
  parsePublishBallotLogs,
  parseRefundAuditLogs,
  parseRequestAuditLogs,
  parseWalkBallotsLogs,
} from "../../sdk/src/client/index.ts";
import * as errors from "../../sdk/src/errors/contracts/index.ts";
import { InvalidParameterError } from "../../sdk/src/errors/math.ts";
import { proveWeights } from "../../sdk/src/jury/index.ts";
import { Kind, ROUND } from "../utils/ballots.ts";
import { expectError } from "../utils/errors.ts";
import { DAY, PERIOD, USD } from "../utils/sdk.ts";
import { BALLOTS, deployCommittedRound, deployJuryRound, deployPublishedRound } from "../utils/sdkJury.ts";

const connection = await network.create();
const { networkHelpers } = connection;

const SETTLED_AFTER = 7n * PERIOD;

async function roundFixture() {
  return deployJuryRound(connection);
}

async function committedFixture() {
  return deployCommittedRound(connection);
}

async function publishedFixture() {
  return deployPublishedRound(connection);
}

/** The one event of a transaction. */
function only<T>(events: readonly T[]): T {
  expect(events).to.have.length(1);
  return events[0] as T;
}

describe("SDK: actions of ballots", function () {
  it("commitJurors commits a tree of jurors", async function () {
    const { jury, mined, sponsor, trader, tree } = await networkHelpers.loadFixture(roundFixture);
    const { logs } = await mined(await sponsor.commitJurors({ round: ROUND, root: tree.root }));
    expect(only(parseCommitJurorsLogs({ logs, jury })).args).to.deep.equal({ round: ROUND, root: tree.root });
    const call = commitJurorsCall({ jury, round: ROUND, root: tree.root });
    expect(call.args).to.deep.equal([ROUND, tree.root]);
    await expectError(trader.commitJurors({ round: ROUND, root: tree.root }), errors.JuryNotSafeError);
    await expectError(sponsor.commitJurors({ round: ROUND, root: tree.root }), errors.JuryJurorsCommittedError);
  });

  it("signBallot and publishBallot publish what getBallots reads, in order", async function () {
    const { client, jury, market, other, trader, tree } = await networkHelpers.loadFixture(publishedFixture);
    const expected = [trader, other].map(({ account }, i) => ({
      juror: account.address,
      comparisons: BALLOTS[i] ?? [],
    }));
    const ballots = await client.getBallots({ market });
    expect(ballots.map(({ juror }) => juror.toLowerCase())).to.deep.equal(
      expected.map(({ juror }) => juror.toLowerCase()),
    );
    expect(ballots.map(({ comparisons }) => comparisons)).to.deep.equal(BALLOTS);
    const logs = await client.getLogs({ address: jury, fromBlock: 0n });
    expect(parsePublishBallotLogs({ logs, jury }).map(({ args }) => args.index)).to.deep.equal([0n, 1n]);
    expect(await client.getTally({ market })).to.deep.equal({
      round: ROUND,
      ballots: 2n,
      comparisons: 3n,
      accepted: false,
    });

    const ballot = { round: ROUND, market, juror: trader.account.address, comparisons: BALLOTS[0] ?? [] };
    const signature = await trader.signBallot({ ballot });
    const again = { ballot, signature, ...tree.proofOf(ballot.juror) };
    await expectError(other.publishBallot(again), errors.JuryAlreadyPublishedError);
  });

  it("getBallots refuses a block that some ballots came before", async function () {
    const { client, market } = await networkHelpers.loadFixture(publishedFixture);
    const fromBlock = await client.getBlockNumber();
    await expectError(client.getBallots({ market, fromBlock }), InvalidParameterError);
  });

  it("walkBallots and postVerified resolve a market to what proveWeights computes", async function () {
    const { client, jury, market, mined, now, trader } = await networkHelpers.loadFixture(publishedFixture);
    const { loss, minBallots } = await client.getJury({});
    expect([loss, minBallots]).to.deep.equal([{ huberDelta: 0n, anchor: 0n, tolerance: 1_000_000n }, 2n]);
    const ballots = (await client.getBallots({ market })).map(({ comparisons }) => comparisons);
    const { x, chunks, payouts, errorBound, gradient } = proveWeights({ ballots, outcomes: 3, loss });
    for (const chunk of chunks) {
      const { logs } = await mined(await trader.walkBallots({ market, x, ballots: chunk }));
      expect(only(parseWalkBallotsLogs({ logs, jury })).args.cursor).to.equal(2n);
    }
    const walk = await client.getWalk({ market, submitter: trader.account.address, x });
    expect(walk).to.deep.equal({ cursor: 2n, comparisons: 3n, groups: 1n, gradients: gradient });
    await expectError(trader.postVerified({ market, x }), errors.JuryTooEarlyError);
    await networkHelpers.time.increaseTo(now + DAY + PERIOD + 1n);
    const { logs } = await mined(await trader.postVerified({ market, x }));
    const verified = only(parsePostVerifiedLogs({ logs, jury })).args;
    expect([verified.payouts, verified.errorBound]).to.deep.equal([payouts, errorBound]);
    expect(await client.getPayouts({ market })).to.deep.equal(payouts);
  });
});

describe("SDK: actions of audits and rewards", function () {
  const audit = { round: ROUND, kind: "weight", index: 0 } as const;

  it("requestAudit pays, refundAudit credits what was not judged", async function () {
    const { client, jury, mined, other, rounds, trader } = await networkHelpers.loadFixture(committedFixture);
    const payer = trader.account.address;
    const requested = await mined(await trader.requestAudit({ ...audit, amount: 7n * USD }));
    expect(only(parseRequestAuditLogs({ logs: requested.logs, jury })).args.amount).to.equal(7n * USD);
    expect(await client.getAudits({ round: ROUND, kind: "weight", count: 2n })).to.deep.equal([7n * USD, 0n]);
    expect(await client.getAudits({ round: ROUND, kind: "children", count: 1n })).to.deep.equal([0n]);
    expect(await client.getAudit({ ...audit, payer })).to.deep.equal({ total: 7n * USD, paid: 7n * USD });
    await expectError(other.refundAudit({ ...audit, payer }), errors.JuryNotRefundableError);
    await rounds.write.select([ROUND, Kind.Weight, []]);
    await expectError(trader.requestAudit({ ...audit, amount: 1n }), errors.JurySelectionDoneError);
    const { logs } = await mined(await other.refundAudit({ ...audit, payer }));
    expect(only(parseRefundAuditLogs({ logs, jury })).args.payer.toLowerCase()).to.equal(payer.toLowerCase());
    expect(await client.getCredits({ account: payer })).to.equal(7n * USD);
  });

  it("collectAudit, distributeRewards and claimRewards pay the jurors", async function () {
    const { client, jury, market, mined, now, other, rounds, sponsor, trader } =
      await networkHelpers.loadFixture(publishedFixture);
    await mined(await sponsor.requestAudit({ ...audit, amount: 7n * USD }));
    await rounds.write.select([ROUND, Kind.Weight, [0n]]);
    const loss = (await client.getJury({})).loss;
    const { x } = proveWeights({ ballots: BALLOTS, outcomes: 3, loss });
    await mined(await other.walkBallots({ market, x, ballots: BALLOTS }));
    await networkHelpers.time.increaseTo(now + DAY + PERIOD + 1n);
    await mined(await other.postVerified({ market, x }));
    const collected = await mined(await other.collectAudit(audit));
    expect(only(parseCollectAuditLogs({ logs: collected.logs, jury })).args.amount).to.equal(7n * USD);

    await expectError(other.distributeRewards({ round: ROUND }), errors.JuryRoundTooEarlyError);
    await networkHelpers.time.increaseTo(now + DAY + SETTLED_AFTER + 7n * DAY);
    const distributed = await mined(await other.distributeRewards({ round: ROUND }));
    const perComparison = (7n * USD) / 3n;
    expect(only(parseDistributeRewardsLogs({ logs: distributed.logs, jury })).args).to.deep.equal({
      round: ROUND,
      accepted: 3n,
      perComparison,
    });
    const juror: Address = trader.account.address;
    expect(await client.getBallotReward({ market, juror })).to.deep.equal({ comparisons: 2n, claimed: false });
    const claimed = await mined(await other.claimRewards({ juror, markets: [market] }));
    expect(only(parseClaimRewardsLogs({ logs: claimed.logs, jury })).args.amount).to.equal(2n * perComparison);
    expect(await client.getRewards({ round: ROUND })).to.deep.equal({
      accepted: 3n,
      claimed: 2n,
      perComparison,
      distributed: true,
    });
    await expectError(other.claimRewards({ juror, markets: [market] }), errors.JuryNothingToClaimError);
    expect(await client.getCredits({ account: juror })).to.equal(2n * perComparison);
  });
});
