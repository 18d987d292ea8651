import { BlockNotFoundError, numberToHex, type Hex } from "viem";
import { getBlock } from "viem/actions";

import { explain } from "../../chain/explain.ts";
import { findFirstBlock } from "../../chain/firstBlock.ts";
import type { ReadErrorType } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import { BeaconNeededError, DrawTooEarlyError, UnknownRandomnessError, WrongBeaconError } from "../../errors/rounds.ts";
import { beaconProof, parseBeacon } from "../../rounds/beacon.ts";
import type { RpcBlockHeader } from "../../rounds/encodeBlockHeader.ts";
import { encodeHeaderProof } from "../../rounds/encodeHeaderProof.ts";
import type { ReadClient } from "../../types/client.ts";
import { getDraw, type GetDrawParameters, type GetDrawReturnType } from "./getDraw.ts";

export type GetDrawProofParameters = GetDrawParameters & {
  /** What a server of drand answered, in JSON, or the signature in hexadecimal; only for a draw by a beacon. */
  readonly beacon?: string | undefined;
};

/** What `draw` takes. */
export type GetDrawProofReturnType = Hex;

export type GetDrawProofErrorType = ThrownBy["getDrawProof"] | BlockNotFoundError | ReadErrorType;

/**
 * Brings the proof that `draw` asks for. By headers it finds the first block at or after the time of the draw, and
 * encodes its header and its parent's. By a beacon it makes the proof of what you have fetched from drand: this package
 * asks nobody but the client's own RPC.
 * @throws {BeaconNeededError} when the draw is made by a beacon, and none is given.
 * @throws {WrongBeaconError} when the beacon is another round's.
 * @throws {InvalidBeaconError} when the beacon is not what drand answers.
 * @throws {DrawTooEarlyError} when the block that decides is not there yet.
 * @throws {UnknownRandomnessError} when the source of randomness is of a kind that this package does not know.
 * @throws {HeaderHashMismatchError} when the chain's headers have fields that this package does not know.
 */
export async function getDrawProof(
  client: ReadClient,
  parameters: GetDrawProofParameters,
): Promise<GetDrawProofReturnType> {
  const draw = await getDraw(client, parameters);
  if (draw.kind === "headers") return proveHeaders(client, draw, parameters);
  if (draw.kind === "drand") return proveBeacon(draw, parameters);
  throw new UnknownRandomnessError({ kind: draw.kind, source: draw.source });
}

function proveBeacon(draw: GetDrawReturnType, { beacon }: GetDrawProofParameters): Hex {
  const { reference, chainHash, time } = draw;
  if (beacon === undefined) throw new BeaconNeededError({ round: reference, chainHash, time });
  const { round = reference, signature } = parseBeacon(beacon);
  if (round !== reference) throw new WrongBeaconError({ expected: reference, actual: round });
  return beaconProof(signature);
}

async function proveHeaders(
  client: ReadClient,
  { time }: GetDrawReturnType,
  { blockNumber }: GetDrawProofParameters,
): Promise<Hex> {
  try {
    const { number: latest, timestamp } = await getBlock(client, blockNumber === undefined ? {} : { blockNumber });
    const deciding = await findFirstBlock(client, { time, latest });
    if (deciding === undefined) throw new DrawTooEarlyError({ time, now: timestamp });
    const [block, parent] = await Promise.all([readHeader(client, deciding), readHeader(client, deciding - 1n)]);
    return encodeHeaderProof(block, parent);
  } catch (error) {
    throw await explain(error);
  }
}

/** As the RPC has it: viem's own blocks lack fields of newer forks. */
async function readHeader(client: ReadClient, blockNumber: bigint): Promise<RpcBlockHeader> {
  const parameters = [numberToHex(blockNumber), false] as const;
  const block = await client.request({ method: "eth_getBlockByNumber", params: [...parameters] });
  if (block === null) throw new BlockNotFoundError({ blockNumber });
  return block as unknown as RpcBlockHeader;
}
