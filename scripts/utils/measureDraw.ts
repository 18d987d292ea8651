import { join } from "node:path";
import { network } from "hardhat";
import { getAddress, hexToBytes, parseEther, type Hex } from "viem";

import { getDraw, getDrawProof } from "../../sdk/src/client/index.ts";
import { genesis, genesisGraphOf } from "../../sdk/src/graph/index.ts";
import type { Measurement } from "./bench.ts";
import { LOCAL_BEACON } from "../beacon/testBeacon.ts";
import { deployLocal, LOCAL_RANDOMNESS, type LocalRandomness } from "./deployLocal.ts";
import { toImportArgument } from "./graph.ts";
import { readLocalParameters } from "./parameters.ts";
import { readBaseRates, readGraphEdges } from "./round.ts";

const ROUND = join(import.meta.dirname, "..", "..", "examples", "own-dependencies");
/** When the round starts: not from the clock, as the beacon's round decides the bytes of its signature. */
const START = 3_000_000_000;
const SPONSORSHIP = parseEther("10000");
const OPERATIONS = { headers: "drawHeaders", drand: "drawDrand" } as const;
/** What a byte of calldata costs more than a zero, in gas. */
const NONZERO = 12;
/** A draw costs the same whatever there is to draw from: it stands where the limits apply. */
const N = 128;

/** Measures a draw by each source of randomness. */
export async function measureDraw(): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const randomness of LOCAL_RANDOMNESS) {
    measured.push({ operation: OPERATIONS[randomness], n: N, gas: await gasOfDraw(randomness) });
  }
  return measured;
}

async function gasOfDraw(randomness: LocalRandomness): Promise<number> {
  const { connection, rounds } = await startRound(randomness);
  const { networkHelpers, viem } = connection;
  const client = await viem.getPublicClient();
  const address = getAddress(await rounds.getAddress());
  const { time, reference } = await getDraw(client, { rounds: address });
  await networkHelpers.time.increaseTo(time);
  const beacon = randomness === "drand" ? JSON.stringify(LOCAL_BEACON.sign(reference)) : undefined;
  const proof = await getDrawProof(client, { rounds: address, beacon });
  const receipt = await (await rounds.draw(proof)).wait();
  if (receipt === null) throw new Error("The draw was not mined.");
  // As if no byte of the proof were zero: headers have some by chance, other ones in every run.
  return Number(receipt.gasUsed) + NONZERO * zerosOf(proof);
}

/** A round of the sample graph on a chain of its own. */
async function startRound(randomness: LocalRandomness) {
  const connection = await network.create();
  const { ethers, networkHelpers } = connection;
  const graph = genesis(genesisGraphOf({ ...(await readBaseRates(ROUND)), edges: await readGraphEdges(ROUND) }));
  const parameters = await readLocalParameters({ target: graph.target, genesisRoot: graph.root });
  const deployed = await deployLocal(connection, parameters, randomness);
  const registry = await ethers.getContractAt("EdgeRegistry", await deployed.registry.getAddress());
  const rounds = await ethers.getContractAt("Rounds", await deployed.rounds.getAddress());
  const money = await ethers.getContractAt("TestToken", await deployed.money.getAddress());
  for (const nodes of graph.transactions) await registry.importNodes(nodes.map(toImportArgument));
  await registry.seal();
  const [sponsor] = await ethers.getSigners();
  await money.mint(sponsor?.address ?? "", SPONSORSHIP);
  await money.approve(rounds, SPONSORSHIP);
  await rounds.sponsor(SPONSORSHIP);
  await networkHelpers.time.setNextBlockTimestamp(START);
  await rounds.start();
  return { connection, rounds };
}

function zerosOf(proof: Hex): number {
  return hexToBytes(proof).filter((byte) => byte === 0).length;
}
