import { expect } from "chai";
import { network } from "hardhat";
import { getAddress } from "viem";

import {
  parseApplyOptOutLogs,
  parseAttestLogs,
  parseChallengeEdgeLogs,
  parseDeclareChildrenLogs,
  parseCollectSlashedLogs,
  parseDeclareLogs,
  parseImportNodesLogs,
  parseOptOutLogs,
  parseProposeEdgeLogs,
  parseRaiseLevelLogs,
  parseSealLogs,
  parseSetPayeeLogs,
  parseVetoLogs,
  parseWithdrawBondsForLogs,
  parseWithdrawBondsLogs,
} from "../../sdk/src/client/index.ts";
import {
  EdgeRegistryAboveMaximumError,
  EdgeRegistryInvalidSignatureError,
  EdgeRegistryNotSealedError,
  EdgeRegistryWrongPhaseError,
} from "../../sdk/src/errors/contracts/index.ts";
import { UNKNOWN_NODE } from "../../sdk/src/graph/index.ts";
import { outcome, Phase, WAD } from "../utils/registry.ts";
import { appoint, deployEmptyRegistry, deploySealedRegistry, GENESIS } from "../utils/sdkRegistry.ts";

const connection = await network.create();
const { networkHelpers } = connection;

const RATE = WAD / 100n;

async function freshFixture() {
  return deployEmptyRegistry(connection);
}

async function sealedFixture() {
  return deploySealedRegistry(connection);
}

describe("SDK: actions of the registry", function () {
  it("importNodes and seal make the graph that genesis committed to", async function () {
    const { A, TARGET, X, client, deployer, jury, logsOf, registry, registrar } =
      await networkHelpers.loadFixture(freshFixture);
    await expect(deployer.raiseLevel({ node: A, parent: A })).to.be.rejectedWith(EdgeRegistryNotSealedError);
    const nodes = GENESIS.transactions.flat();
    const imported = parseImportNodesLogs({ logs: await logsOf(deployer.importNodes({ nodes })), registry });
    expect(imported.map(({ args }) => args.node)).to.deep.equal([TARGET, A]);
    const [sealed] = parseSealLogs({ logs: await logsOf(deployer.seal({})), registry });
    expect(sealed?.args.root).to.equal(GENESIS.root);
    expect(await client.getRegistry({})).to.deep.include({
      target: TARGET,
      genesisRoot: GENESIS.root,
      genesisHash: GENESIS.root,
      isSealed: true,
      registrar: getAddress(registrar.account.address),
      jury: await jury.getAddress(),
    });
    expect(await client.getChildren({ round: 0n, node: A })).to.deep.equal({
      children: [X, UNKNOWN_NODE],
      weights: [WAD / 2n, WAD / 2n],
      originality: WAD / 2n,
    });
    expect(await client.getNode({ node: X })).to.deep.include({ known: true, level: 2n, touchedRound: 0 });
  });

  it("proposeEdge and challengeEdge cost what getBond says; settled bonds are withdrawn", async function () {
    const { TARGET, N, alice, asset, bob, carol, client, jury, logsOf, registry, rounds } =
      await networkHelpers.loadFixture(sealedFixture);
    const { bond, slotBond, rateBond } = await client.getBond({ parent: TARGET, rate: RATE });
    const proposal = { parent: TARGET, project: "https://www.github.com/X/New.git", rate: RATE };
    await expect(alice.proposeEdge({ ...proposal, maxBond: bond - 1n })).to.be.rejectedWith(
      EdgeRegistryAboveMaximumError,
    );
    // The fixture has approved all that there is.
    expect(await alice.approveAsset({ asset, spender: registry, amount: bond })).to.equal(undefined);
    const proposed = parseProposeEdgeLogs({
      logs: await logsOf(alice.proposeEdge({ ...proposal, maxBond: bond })),
      registry,
    });
    expect(proposed[0]?.args).to.deep.include({ child: N, project: "https://github.com/x/new", slotBond, rateBond });
    const stake = (bond + 1n) / 2n;
    const challenge = bob.challengeEdge({ parent: TARGET, child: N, maxStake: stake });
    expect(parseChallengeEdgeLogs({ logs: await logsOf(challenge), registry })[0]?.args.stake).to.equal(stake);
    expect(await client.getCandidates({ round: 1n, parent: TARGET })).to.deep.equal([
      {
        child: N,
        proposer: getAddress(alice.account.address),
        rate: RATE,
        slotBond,
        rateBond,
        challenger: getAddress(bob.account.address),
      },
    ]);
    const { children, rates } = await client.getRoster({ round: 1n, node: TARGET });
    expect([children[2], rates[2]]).to.deep.equal([N, RATE]);

    await rounds.settle(1n, TARGET, outcome([WAD / 2n, WAD / 2n, 0n]));
    expect(await client.getBondCredits({ account: alice.account.address })).to.equal(rateBond);
    const paid = await logsOf(alice.withdrawBonds({ receiver: carol.account.address }));
    expect(parseWithdrawBondsLogs({ logs: paid, registry })[0]?.args.amount).to.equal(rateBond);
    const rewarded = await logsOf(carol.withdrawBondsFor({ account: bob.account.address }));
    expect(parseWithdrawBondsForLogs({ logs: rewarded, registry })[0]?.args.amount).to.equal(stake + slotBond / 4n);
    const collected = await logsOf(carol.collectSlashed({}));
    expect(parseCollectSlashedLogs({ logs: collected, registry })[0]?.args.amount).to.equal(slotBond - slotBond / 4n);
    expect(await jury.rewardPot()).to.equal(slotBond - slotBond / 4n);
    await rounds.set(1n, Phase.Opening);
    await expect(alice.proposeEdge({ ...proposal, maxBond: bond })).to.be.rejectedWith(EdgeRegistryWrongPhaseError);
  });

  it("raiseLevel goes down by one level unless told otherwise", async function () {
    const { B, X, alice, logsOf, registry } = await networkHelpers.loadFixture(sealedFixture);
    const once = parseRaiseLevelLogs({ logs: await logsOf(alice.raiseLevel({ node: B, parent: X })), registry });
    expect(once[0]?.args).to.deep.equal({ node: B, level: 3n });
    const more = await logsOf(alice.raiseLevel({ node: B, parent: X, steps: 5n }));
    expect(parseRaiseLevelLogs({ logs: more, registry })[0]?.args.level).to.equal(7n);
  });

  it("signAttestation and attest appoint a maintainer, who vetoes, declares, and sets a payee", async function () {
    const deployment = await networkHelpers.loadFixture(sealedFixture);
    const { A, X, alice, bob, client, logsOf, registrar, registry } = deployment;
    const [maintainer, other] = [getAddress(alice.account.address), getAddress(bob.account.address)];
    await appoint(connection, deployment, A, maintainer);
    const terms = { node: A, maintainer: other, deadline: 2n ** 40n };
    const forged = await bob.signAttestation(terms);
    await expect(bob.attest({ attestation: forged })).to.be.rejectedWith(EdgeRegistryInvalidSignatureError);
    const attestation = await registrar.signAttestation(terms);
    const [attested] = parseAttestLogs({ logs: await logsOf(bob.attest({ attestation })), registry });
    const effectiveAt = attested?.args.effectiveAt ?? 0n;
    expect(await client.getMaintainer({ node: A })).to.deep.equal({
      maintainer,
      payee: maintainer,
      pending: { maintainer: other, effectiveAt },
      nonce: 2n,
    });
    const [vetoed] = parseVetoLogs({ logs: await logsOf(alice.veto({ node: A })), registry });
    expect(vetoed?.args.vetoed).to.equal(other);
    const [set] = parseSetPayeeLogs({ logs: await logsOf(alice.setPayee({ node: A, payee: other })), registry });
    expect(set?.args.payee).to.equal(other);
    expect(await client.getMaintainer({ node: A })).to.deep.include({ payee: other, pending: undefined });

    const weights = [(4n * WAD) / 10n, (6n * WAD) / 10n];
    const declaration = await logsOf(alice.declare({ node: A, weights, maxBond: 0n }));
    expect(parseDeclareLogs({ logs: declaration, registry })[0]?.args).to.deep.include({ weights, originality: 0n });
    expect(await client.getDeclaration({ round: 1n, node: A })).to.deep.include({ declarer: maintainer, weights });
    expect(await client.getRoster({ round: 1n, node: A })).to.deep.equal({
      children: [X, UNKNOWN_NODE],
      rates: weights,
      originality: WAD / 2n,
      references: [WAD / 2n, WAD / 2n],
      originalityReference: WAD / 2n,
    });
  });

  it("declareChildren sets a list freely; optOut and applyOptOut take a project off lists", async function () {
    const deployment = await networkHelpers.loadFixture(sealedFixture);
    const { A, N, X, alice, bob, client, logsOf, registry, rounds } = deployment;
    await appoint(connection, deployment, X, alice.account.address);
    const list = { children: [N], weights: [WAD], originality: WAD / 4n };
    const written = await logsOf(alice.declareChildren({ node: X, ...list }));
    expect(parseDeclareChildrenLogs({ logs: written, registry })[0]?.args).to.deep.include({ node: X, ...list });
    const [out] = parseOptOutLogs({ logs: await logsOf(alice.optOut({ node: X })), registry });
    expect(out?.args.round).to.equal(2n);
    await rounds.set(2n, Phase.Registration);
    expect(await client.getChildren({ round: 1n, node: X })).to.deep.equal(list);
    const [applied] = parseApplyOptOutLogs({ logs: await logsOf(bob.applyOptOut({ parent: A, child: X })), registry });
    expect(applied?.args).to.deep.equal({ round: 2n, parent: A, child: X });
    expect((await client.getRoster({ round: 2n, node: A })).children).to.deep.equal([UNKNOWN_NODE]);
  });
});
