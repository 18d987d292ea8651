import type { ReadClient } from "deepfunding";
import {
  encodeAbiParameters,
  erc20Abi,
  hexToBigInt,
  keccak256,
  maxUint256,
  numberToHex,
  stringToHex,
  type Address,
  type Hex,
  type StateOverride,
} from "viem";
import { readContract } from "viem/actions";

/** Slots in which tokens keep `mapping(owner => mapping(spender => amount))`, the first twenty in order. */
const PLAIN_SLOTS = 20n;
/** Where OpenZeppelin's upgradeable ERC-20 has it: in the second slot of its namespace (ERC-7201). */
const NAMESPACED_SLOT = namespaceOf("openzeppelin.storage.ERC20") + 1n;

type Allowance = { readonly asset: Address; readonly owner: Address; readonly spender: Address };

/**
 * Finds a change of a token's storage with which a simulation sees an approval that was not made yet: writes to all
 * places where tokens keep it, and asks the token. `undefined`: it keeps it elsewhere, or the RPC does not simulate so.
 */
export async function overrideAllowance(client: ReadClient, allowance: Allowance): Promise<StateOverride | undefined> {
  const { asset, owner, spender } = allowance;
  const slots = [...Array.from({ length: Number(PLAIN_SLOTS) }, (_, i) => BigInt(i)), NAMESPACED_SLOT];
  const value = numberToHex(maxUint256);
  const stateDiff = slots.map((slot) => ({ slot: placeOf(slot, owner, spender), value }));
  const stateOverride = [{ address: asset, stateDiff }];
  try {
    const seen = await readContract(client, {
      address: asset,
      abi: erc20Abi,
      functionName: "allowance",
      args: [owner, spender],
      stateOverride,
    });
    return seen === maxUint256 ? stateOverride : undefined;
  } catch {
    return undefined;
  }
}

/** The first slot of a namespace, by the formula of ERC-7201. */
function namespaceOf(name: string): bigint {
  const id = hexToBigInt(keccak256(stringToHex(name))) - 1n;
  return hexToBigInt(keccak256(numberToHex(id, { size: 32 }))) & ~0xffn;
}

/** Solidity's place of `mapping[owner][spender]` at a slot. */
function placeOf(slot: bigint, owner: Address, spender: Address): Hex {
  const outer = keccak256(encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [owner, slot]));
  return keccak256(encodeAbiParameters([{ type: "address" }, { type: "bytes32" }], [spender, outer]));
}
