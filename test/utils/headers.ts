import type { NetworkConnection } from "hardhat/types/network";
import { encodeAbiParameters, hexToBigInt, parseAbiParameters, toHex, type Hex } from "viem";

import { encodeBlockHeader, type RpcBlockHeader } from "../../sdk/src/rounds/index.ts";

type Provider = NetworkConnection["provider"];

async function blockAt(provider: Provider, blockNumber: bigint): Promise<RpcBlockHeader> {
  return (await provider.request({
    method: "eth_getBlockByNumber",
    params: [toHex(blockNumber), false],
  })) as RpcBlockHeader;
}

/** The header of a block in RLP. */
export async function headerOf(provider: Provider, blockNumber: bigint): Promise<Hex> {
  return encodeBlockHeader(await blockAt(provider, blockNumber));
}

/** What `HeaderRandomness` asks for: the headers of a block and of its parent. */
export async function headerProof(provider: Provider, blockNumber: bigint): Promise<Hex> {
  return encodeProof(await headerOf(provider, blockNumber), await headerOf(provider, blockNumber - 1n));
}

export function encodeProof(header: Hex, parent: Hex): Hex {
  return encodeAbiParameters(parseAbiParameters("bytes, bytes"), [header, parent]);
}

/** The number of the first block at or after a moment, looked for from the latest one back. */
export async function firstBlockAt(provider: Provider, time: bigint): Promise<bigint> {
  let found = hexToBigInt((await provider.request({ method: "eth_blockNumber", params: [] })) as Hex);
  while (hexToBigInt((await blockAt(provider, found - 1n)).timestamp) >= time) --found;
  return found;
}
