import type { Address, Hash } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import { signPermit, type SignPermitErrorType, type SignPermitReturnType } from "../asset/signPermit.ts";

export type PermitParameters = {
  /** Address of the `Markets` contract, which may then take the token. */
  readonly markets: Address;
  /** Address of the ERC-20, which must have EIP-2612 permits. */
  readonly token: Address;
  /** What may be taken, in units. */
  readonly amount: bigint;
  /** Last second at which the permit can be used, in unix seconds. */
  readonly deadline: bigint;
};

/** A permit that `signPermit` has signed for `Markets`. */
export type PermitCallParameters = SignPermitReturnType & Pick<PermitParameters, "markets">;

export type PermitReturnType = Hash;

export type PermitErrorType = ThrownBy["permit"] | SignPermitErrorType | WriteErrorType;

/**
 * Signs an EIP-2612 permit for `Markets` and uses it. To pay in the same transaction, pass {@link permitCall} of
 * `signPermit` and the call that pays to `multicallMarkets`.
 * @returns Hash of the transaction.
 * @throws {MarketsPermitFailedError} when a permit was refused and the allowance does not suffice.
 */
export async function permit(client: WriteClient, parameters: PermitParameters): Promise<PermitReturnType> {
  const { markets, ...permission } = given(parameters);
  const signed = await signPermit(client, { ...permission, spender: markets });
  return write(client, permitCall({ markets, ...signed }));
}

/** Describes the use of a signed permit by its signer, without sending it: for `multicallMarkets`. */
export function permitCall(parameters: PermitCallParameters): MarketsCall<"permit"> {
  const { markets, token, amount, deadline, v, r, s } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "permit", args: [token, amount, deadline, v, r, s] };
}
