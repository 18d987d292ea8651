import { encodeFunctionData, keccak256, stringToHex, type Hex } from "viem";

import { juryAbi } from "../../sdk/src/abi/index.ts";
import { ballotsFromComparisons, buildJurorsTree } from "../../sdk/src/jury/index.ts";
import {
  buildPosting,
  buildSafeTransaction,
  executeSafeTransactionCall,
  getSafe,
  signSafeTransaction,
  type SafeTransaction,
} from "../../sdk/src/safe/index.ts";
import type { RoundKind } from "../../sdk/src/rounds/index.ts";
import { LOCAL_BEACON } from "../beacon/testBeacon.ts";
import type { SeedMarket } from "./seedMarket.ts";
import { formatMoney, fundAccount, type Stage } from "./stage.ts";

const SIGNERS = 3;
/** What the demo's auditor pays to have a project evaluated. */
const AUDIT = 5n * 10n ** 18n;

/** The jurors of a round, by the names that the folder's comparisons have. */
async function jurorsOf({ chain, folder }: Stage) {
  const names = [...new Set(folder.comparisons.map(({ juror }) => juror))];
  const clients = await Promise.all(names.map((_, i) => chain.memberOf("juror", i)));
  const tree = buildJurorsTree(
    clients.map(({ account }) => ({ juror: account.address, salt: keccak256(stringToHex(`salt ${account.address}`)) })),
  );
  return { names, clients, tree };
}

async function executeBySafe({ chain }: Stage, step: string, build: (nonce: bigint) => SafeTransaction): Promise<void> {
  const { safe, publicClient } = chain;
  const { owners, nonce } = await getSafe(publicClient, { safe });
  const transaction = build(nonce);
  const signers = await Promise.all(owners.slice(0, SIGNERS).map(chain.signerOf));
  const signatures = await Promise.all(signers.map((signer) => signSafeTransaction(signer, { safe, transaction })));
  const sponsor = await chain.clientOf("sponsor");
  await chain.spend(step, await sponsor.writeContract(executeSafeTransactionCall({ safe, transaction, signatures })));
}

/** Fixes who the jurors are while nobody knows them: only a hash is published. */
export async function commitJurors(stage: Stage): Promise<void> {
  const { names, tree } = await jurorsOf(stage);
  const data = encodeFunctionData({ abi: juryAbi, functionName: "commitJurors", args: [stage.round, tree.root] });
  await executeBySafe(stage, "commitJurors", (nonce) => buildSafeTransaction({ to: stage.chain.jury, data, nonce }));
  stage.log(`The Safe committed to ${names.length} jurors, whom nobody knows yet.`);
}

/** Publishes the ballot of every juror on the weights of seeds. */
export async function publishBallots(stage: Stage, { id, seeds }: SeedMarket): Promise<void> {
  const { chain, folder, round, log } = stage;
  const { names, clients, tree } = await jurorsOf(stage);
  const jurors = Object.fromEntries(names.map((name, i) => [name, clients[i]?.account.address ?? "0x"]));
  const ballots = ballotsFromComparisons(folder.comparisons, { projects: seeds, round, market: id, jurors });
  for (const ballot of ballots) {
    const client = clients.find(({ account }) => account.address === ballot.juror);
    if (client === undefined) throw new Error("A ballot of nobody.");
    const signature = await client.signBallot({ ballot });
    await chain.spend(
      "publishBallot",
      await client.publishBallot({ ballot, signature, ...tree.proofOf(ballot.juror) }),
    );
  }
  log(`${ballots.length} jurors published ${folder.comparisons.length} comparisons, signed.`);
}

/** Somebody pays to have a project evaluated. */
export async function requestAudit(stage: Stage, kind: RoundKind, index: number, name: string): Promise<void> {
  const { chain, round, log } = stage;
  const auditor = await chain.clientOf("auditor");
  await fundAccount(chain, auditor, chain.jury, AUDIT);
  await chain.spend("requestAudit", await auditor.requestAudit({ round, kind, index, amount: AUDIT }));
  log(`Somebody paid ${formatMoney(AUDIT)} to have the ${kind} of ${name} evaluated.`);
}

/** Posts payouts through the Safe. */
export async function postBySafe(stage: Stage, market: bigint, payouts: readonly bigint[]): Promise<void> {
  const ballotsRoot: Hex = keccak256(stringToHex(JSON.stringify(stage.folder.comparisons)));
  await executeBySafe(stage, "post", (nonce) =>
    buildPosting({ jury: stage.chain.jury, market, payouts, ballotsRoot, evidenceURI: "comparisons.csv", nonce }),
  );
}

/** Draws, and fixes the evaluation set of every kind that has eligible seeds. */
export async function drawAndSelect(stage: Stage, kinds: readonly RoundKind[]): Promise<void> {
  const { chain, round, log } = stage;
  const anyone = await chain.clientOf("sponsor");
  const { schedule } = await anyone.getRound({ round });
  const { kind: source, reference, time } = await anyone.getDraw({ round });
  await chain.increaseTo(Number(time));
  const beacon = source === "drand" ? JSON.stringify(LOCAL_BEACON.sign(reference)) : undefined;
  const proof = await anyone.getDrawProof({ round, beacon });
  // One block more: a simulation runs in the latest block, which must come after the one that decides.
  await chain.increaseTo(Number(time) + 12);
  await chain.spend("draw", await anyone.draw({ proof }));
  const what =
    beacon === undefined ? "the first block half an hour after the end of trading" : `round ${reference} of a beacon`;
  log(`The draw took the randomness of ${what}.`);
  await chain.increaseTo(schedule.auditedAt);
  for (const kind of kinds) {
    const set = await anyone.getEvaluationSet({ round, kind });
    await chain.spend("selectSeeds", await anyone.selectSeeds({ kind, paid: set.paid }));
    const { selected, eligible } = await anyone.getSelection({ round, kind });
    if (kind !== "weight") log(`${selected.length} of ${eligible.length} projects are evaluated as to ${kind}.`);
  }
}

/** What was paid for an audit is the jurors' if they judged the project, and comes back otherwise. */
export async function settleAudit({ chain, round, log }: Stage, kind: RoundKind, index: number): Promise<void> {
  const auditor = await chain.clientOf("auditor");
  const market = await auditor.getRoundMarket({ round, kind, index });
  const { payoutsHash } = await auditor.getPosting({ market });
  const audit = { round, kind, index };
  if (BigInt(payoutsHash) !== 0n) {
    await chain.spend("collectAudit", await auditor.collectAudit(audit));
    return;
  }
  await chain.spend("refundAudit", await auditor.refundAudit({ ...audit, payer: auditor.account.address }));
  await chain.spend("withdraw", await auditor.withdraw({ receiver: auditor.account.address }));
  log("The jury did not judge what was audited: the payment came back.");
}

/** Collects what bonds have lost, shares the rewards among the jurors by their comparisons, and pays them. */
export async function rewardJurors(stage: Stage, { id }: SeedMarket): Promise<bigint> {
  const { chain, round } = stage;
  const { clients } = await jurorsOf(stage);
  const anyone = await chain.clientOf("sponsor");
  await chain.spend("collectSlashed", await anyone.collectSlashed({}));
  await chain.spend("distributeRewards", await anyone.distributeRewards({ round }));
  let paid = 0n;
  for (const { account } of clients) {
    await chain.spend("claimRewards", await anyone.claimRewards({ juror: account.address, markets: [id] }));
    const credits = await anyone.getCredits({ account: account.address });
    if (credits === 0n) continue;
    await chain.spend("withdraw", await anyone.withdrawFor({ account: account.address }));
    paid += credits;
  }
  return paid;
}
