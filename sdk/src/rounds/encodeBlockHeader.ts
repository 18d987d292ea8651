import { keccak256, numberToHex, toRlp, type Hex } from "viem";

import { HeaderHashMismatchError } from "../errors/rounds.ts";

/** A block as `eth_getBlockByNumber` returns it; fields that a chain does not have yet are left out. */
export type RpcBlockHeader = {
  readonly hash: Hex | null;
  readonly parentHash: Hex;
  readonly sha3Uncles: Hex;
  readonly miner: Hex;
  readonly stateRoot: Hex;
  readonly transactionsRoot: Hex;
  readonly receiptsRoot: Hex;
  readonly logsBloom: Hex | null;
  readonly difficulty: Hex;
  readonly number: Hex | null;
  readonly gasLimit: Hex;
  readonly gasUsed: Hex;
  readonly timestamp: Hex;
  readonly extraData: Hex;
  readonly mixHash: Hex;
  readonly nonce: Hex | null;
  readonly baseFeePerGas?: Hex | null | undefined;
  readonly withdrawalsRoot?: Hex | undefined;
  readonly blobGasUsed?: Hex | undefined;
  readonly excessBlobGas?: Hex | undefined;
  readonly parentBeaconBlockRoot?: Hex | undefined;
  readonly requestsHash?: Hex | undefined;
  readonly blockAccessListHash?: Hex | undefined;
};

/**
 * Encodes a block's header in RLP; a draw by headers takes two of them, see {@link encodeHeaderProof}.
 * @throws {HeaderHashMismatchError} when what was encoded does not have the block's hash: the chain has fields that
 * this package does not know.
 */
export function encodeBlockHeader(block: RpcBlockHeader): Hex {
  const header = toRlp(fieldsOf(block));
  const actual = keccak256(header);
  if (actual !== block.hash) throw new HeaderHashMismatchError({ expected: block.hash ?? "0x", actual });
  return header;
}

/** In the order of the yellow paper and the EIPs that added fields. */
function fieldsOf(block: RpcBlockHeader): Hex[] {
  const fields = [
    ...[block.parentHash, block.sha3Uncles, block.miner, block.stateRoot, block.transactionsRoot, block.receiptsRoot],
    block.logsBloom,
    ...[block.difficulty, block.number, block.gasLimit, block.gasUsed, block.timestamp].map(toScalar),
    ...[block.extraData, block.mixHash, block.nonce],
    toScalar(block.baseFeePerGas),
    block.withdrawalsRoot,
    ...[block.blobGasUsed, block.excessBlobGas].map(toScalar),
    ...[block.parentBeaconBlockRoot, block.requestsHash, block.blockAccessListHash],
  ];
  return fields.filter((field) => field !== undefined && field !== null);
}

/** RLP writes numbers without leading zeros, 0 as nothing. */
function toScalar(value: Hex | null | undefined): Hex | undefined {
  if (value === undefined || value === null) return undefined;
  return BigInt(value) === 0n
    ? "0x"
    : numberToHex(BigInt(value), { size: Math.ceil(BigInt(value).toString(16).length / 2) });
}
