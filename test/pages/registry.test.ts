import { network } from "hardhat";
import { parseUnits } from "viem";

import { expectPage, keyOf } from "../utils/pages.ts";
import { outcome, Phase, WAD } from "../utils/registry.ts";
import { appoint, deployEmptyRegistry, deploySealedRegistry, GENESIS, type SdkRegistry } from "../utils/sdkRegistry.ts";
import { serve } from "../utils/serve.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { url, close } = await serve(connection);

const [DEPLOYER, ALICE, BOB, CAROL, REGISTRAR] = [0, 1, 2, 3, 4];

async function emptyFixture() {
  return deployEmptyRegistry(connection);
}

async function importedFixture() {
  const deployment = await deployEmptyRegistry(connection);
  const { deployer, logsOf } = deployment;
  for (const nodes of GENESIS.transactions) await logsOf(deployer.importNodes({ nodes }));
  return deployment;
}

async function sealedFixture() {
  return deploySealedRegistry(connection);
}

/** Alice has proposed x/new under the target. */
async function proposedFixture() {
  const deployment = await sealedFixture();
  const { TARGET, alice, client, logsOf } = deployment;
  const proposal = { parent: TARGET, project: "https://github.com/x/new", rate: parseUnits("0.01", 18) };
  const { bond } = await client.getBond(proposal);
  await logsOf(alice.proposeEdge({ ...proposal, maxBond: bond }));
  return deployment;
}

/** The round is settled: the edge stays. */
async function settledFixture() {
  const deployment = await proposedFixture();
  const { TARGET, rounds } = deployment;
  await rounds.settle(1n, TARGET, outcome([WAD / 2n, (4n * WAD) / 10n, WAD / 10n]));
  return deployment;
}

/** The round is settled: the edge leaves. */
async function slashedFixture() {
  const deployment = await proposedFixture();
  const { TARGET, rounds } = deployment;
  await rounds.settle(1n, TARGET, outcome([WAD / 2n, WAD / 2n, 0n]));
  return deployment;
}

/** Alice maintains go-ethereum and go. */
async function maintainedFixture() {
  const deployment = await sealedFixture();
  const { A, X, alice } = deployment;
  for (const node of [A, X]) await appoint(connection, deployment, node, alice.account.address);
  return deployment;
}

/** Somebody else's attestation waits. */
async function pendingFixture() {
  const deployment = await maintainedFixture();
  const { A, bob, logsOf, registrar } = deployment;
  const terms = { node: A, maintainer: bob.account.address, deadline: 2n ** 40n };
  await logsOf(bob.attest({ attestation: await registrar.signAttestation(terms) }));
  return deployment;
}

async function declaredFixture() {
  const deployment = await maintainedFixture();
  const { A, alice, logsOf } = deployment;
  await logsOf(alice.declare({ node: A, weights: [(4n * WAD) / 10n, (6n * WAD) / 10n], maxBond: 0n }));
  return deployment;
}

async function optedOutFixture() {
  const deployment = await maintainedFixture();
  const { X, alice, logsOf, rounds } = deployment;
  await logsOf(alice.optOut({ node: X }));
  await rounds.set(2n, Phase.Registration);
  return deployment;
}

async function environmentOf({ A, alice, asset, bob, carol, registrar, registry }: SdkRegistry, account: number) {
  const terms = { node: A, maintainer: bob.account.address, deadline: 2n ** 40n, nonce: 0n };
  const { nonce, deadline, ...attestation } = await registrar.signAttestation(terms);
  return {
    RPC_URL: url,
    PRIVATE_KEY: keyOf(account),
    REGISTRY: registry,
    MONEY: asset,
    SAFE: carol.account.address,
    ACCOUNT: alice.account.address,
    MAINTAINER: alice.account.address,
    ATTESTATION: JSON.stringify({ ...attestation, nonce: String(nonce), deadline: String(deadline) }),
  };
}

const PAGES = [
  ["importNodes", emptyFixture, DEPLOYER],
  ["seal", importedFixture, DEPLOYER],
  ["getRegistry", sealedFixture, CAROL],
  ["getNode", sealedFixture, CAROL],
  ["getRoster", sealedFixture, CAROL],
  ["getChildren", sealedFixture, CAROL],
  ["getBond", sealedFixture, CAROL],
  ["raiseLevel", sealedFixture, CAROL],
  ["proposeEdge", sealedFixture, ALICE],
  ["getCandidates", proposedFixture, CAROL],
  ["challengeEdge", proposedFixture, BOB],
  ["getBondCredits", settledFixture, CAROL],
  ["collectSlashed", slashedFixture, CAROL],
  ["withdrawBonds", settledFixture, ALICE],
  ["withdrawBondsFor", settledFixture, CAROL],
  ["signAttestation", sealedFixture, REGISTRAR],
  ["attest", sealedFixture, CAROL],
  ["getMaintainer", maintainedFixture, CAROL],
  ["veto", pendingFixture, ALICE],
  ["setPayee", maintainedFixture, ALICE],
  ["declare", maintainedFixture, ALICE],
  ["declareChildren", maintainedFixture, ALICE],
  ["getDeclaration", declaredFixture, CAROL],
  ["optOut", maintainedFixture, ALICE],
  ["applyOptOut", optedOutFixture, CAROL],
] as const;

describe("Pages: registry", function () {
  after(close);

  for (const [name, fixture, account] of PAGES) {
    it(name, async function () {
      const deployment = await networkHelpers.loadFixture<SdkRegistry>(fixture);
      await expectPage(`actions/registry/${name}`, await environmentOf(deployment, account));
    });
  }
});
