import type { NetworkConnection } from "hardhat/types/network";
import { maxUint256 } from "viem";

import { signBallot } from "../../sdk/src/client/index.ts";
import { buildJurorsTree, type BallotComparison } from "../../sdk/src/jury/index.ts";
import { Kind, ROUND, saltOf, says } from "./ballots.ts";
import { createMarketOf, DAY, deploySdk, PERIOD } from "./sdk.ts";

/** What trader and other say. */
export const BALLOTS: readonly (readonly BallotComparison[])[] = [[says(0, 1, 2), says(1, 2, 3)], [says(0, 2, 4)]];

/** A jury in a round with one market; trader and other are its jurors, and everybody has approved it. */
export async function deployJuryRound(connection: NetworkConnection) {
  const deployment = await deploySdk(connection);
  const { jury, mined, money, now, other, sponsor, trader } = deployment;
  const rounds = await connection.viem.deployContract("MockRoundsJury");
  const contract = await connection.viem.getContractAt("Jury", jury);
  await mined(await contract.write.connect([rounds.address]));
  const market = await createMarketOf(deployment, { resolver: jury });
  const closesAt = Number(now + DAY);
  const times = { registrationAt: Number(now), openingAt: Number(now) + 1, tradingAt: Number(now) + 2, closesAt };
  const evaluatedAt = closesAt + Number(PERIOD);
  const schedule = { ...times, auditedAt: evaluatedAt, evaluatedAt, settlesAt: evaluatedAt + Number(6n * PERIOD) };
  await rounds.write.setSchedule([ROUND, schedule]);
  await rounds.write.addMarket([ROUND, Kind.Weight, 0n, market]);
  for (const wallet of [sponsor, trader, other]) {
    await mined(await wallet.approveAsset({ asset: money, spender: jury, amount: maxUint256 }));
  }
  const jurors = [trader, other].map(({ account: { address } }) => ({ juror: address, salt: saltOf(address) }));
  return { ...deployment, jurors, market, rounds, tree: buildJurorsTree(jurors) };
}

export type JuryRound = Awaited<ReturnType<typeof deployJuryRound>>;

/** The same with committed jurors, and trading over. */
export async function deployCommittedRound(connection: NetworkConnection): Promise<JuryRound> {
  const deployment = await deployJuryRound(connection);
  const { mined, sponsor, tree, now } = deployment;
  await mined(await sponsor.commitJurors({ round: ROUND, root: tree.root }));
  await connection.networkHelpers.time.increaseTo(now + DAY);
  return deployment;
}

/** The same with all ballots. */
export async function deployPublishedRound(connection: NetworkConnection): Promise<JuryRound> {
  const deployment = await deployCommittedRound(connection);
  const { jury, market, mined, other, sponsor, trader, tree } = deployment;
  for (const [i, juror] of [trader, other].entries()) {
    const { address } = juror.account;
    const ballot = { round: ROUND, market, juror: address, comparisons: BALLOTS[i] ?? [] };
    const signature = await signBallot(juror, { jury, ballot });
    await mined(await sponsor.publishBallot({ ballot, signature, ...tree.proofOf(address) }));
  }
  return deployment;
}
