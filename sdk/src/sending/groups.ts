import { isAddressEqual, type Abi } from "viem";
import { getAbiItem } from "viem/utils";

import { encodeCalls } from "../chain/encodeCalls.ts";
import type { SignedPermit } from "../chain/permit.ts";
import type { AnyCall } from "../types/call.ts";

/** Calls, one at least, of one contract that can go into one transaction. */
export type Group = readonly [AnyCall, ...AnyCall[]];

/** Puts neighbouring calls together that one `multicall` can make; their order stays. */
export function groupCalls(calls: readonly AnyCall[]): readonly Group[] {
  const groups: Group[] = [];
  for (const call of calls) {
    const last = groups.at(-1);
    if (last && canJoin(last[0], call)) groups[groups.length - 1] = [...last, call];
    else groups.push([call]);
  }
  return groups;
}

/** Whether a call can be made with permits ahead of it: its contract has a `permit` for its caller, and `multicall`. */
export function takesPermits(call: AnyCall): boolean {
  const permit = find(call, "permit");
  return hasMulticall(call) && permit?.type === "function" && permit.inputs.length === PERMIT_INPUTS;
}

/** The transaction of a group, after permits for its contract. */
export function transactionOf(group: Group, permits: readonly SignedPermit[] = []): AnyCall {
  const [{ address, abi }] = group;
  if (group.length === 1 && permits.length === 0) return group[0];
  const allowing = permits.map(({ token, amount, deadline, v, r, s }) => {
    return { address, abi, functionName: "permit", args: [token, amount, deadline, v, r, s] };
  });
  return { address, abi, functionName: "multicall", args: [encodeCalls(address, [...allowing, ...group])] };
}

/** Token, amount, deadline and the signature's three parts; a token's own `permit` names owner and spender too. */
const PERMIT_INPUTS = 6;

function canJoin(first: AnyCall, next: AnyCall): boolean {
  const isOfOne = isAddressEqual(first.address, next.address) && first.abi === next.abi;
  return isOfOne && hasMulticall(first) && !first.value && !next.value;
}

function hasMulticall(call: AnyCall): boolean {
  return find(call, "multicall") !== undefined && !call.value;
}

function find({ abi }: AnyCall, name: string) {
  return getAbiItem({ abi: abi as Abi, name });
}
