import type { Address, Hash } from "viem";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import type { OpeningAuctionCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import { signPermit, type SignPermitErrorType, type SignPermitReturnType } from "../asset/signPermit.ts";

export type PermitAuctionParameters = {
  /** Address of the `OpeningAuction` contract, which may then take the token. */
  readonly auction: Address;
  /** Address of the ERC-20, which must have EIP-2612 permits. */
  readonly token: Address;
  /** What may be taken, in units. */
  readonly amount: bigint;
  /** Last second at which the permit can be used, in unix seconds. */
  readonly deadline: bigint;
};

/** A permit that `signPermit` has signed for the `OpeningAuction`. */
export type PermitAuctionCallParameters = SignPermitReturnType & Pick<PermitAuctionParameters, "auction">;

export type PermitAuctionReturnType = Hash;

export type PermitAuctionErrorType = ThrownBy["permitAuction"] | SignPermitErrorType | WriteErrorType;

/**
 * Signs an EIP-2612 permit for the auction and uses it. To commit in the same transaction, pass
 * {@link permitAuctionCall} of `signPermit` and `commitBidCall` to `multicallAuction`.
 * @returns Hash of the transaction.
 * @throws {MarketsPermitFailedError} when the permit was refused and the allowance does not suffice.
 */
export async function permitAuction(
  client: WriteClient,
  parameters: PermitAuctionParameters,
): Promise<PermitAuctionReturnType> {
  const { auction, ...permission } = given(parameters);
  const signed = await signPermit(client, { ...permission, spender: auction });
  return write(client, permitAuctionCall({ auction, ...signed }));
}

/** Describes the use of a signed permit by its signer, without sending it: for `multicallAuction`. */
export function permitAuctionCall(parameters: PermitAuctionCallParameters): OpeningAuctionCall<"permit"> {
  const { auction, token, amount, deadline, v, r, s } = given(parameters);
  const args = [token, amount, deadline, v, r, s] as const;
  return { address: auction, abi: openingAuctionAbi, functionName: "permit", args };
}
