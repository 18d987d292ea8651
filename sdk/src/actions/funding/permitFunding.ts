import type { Address, Hash } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import type { FundingPoolCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import { signPermit, type SignPermitErrorType, type SignPermitReturnType } from "../asset/signPermit.ts";

export type PermitFundingParameters = {
  /** Address of the `FundingPool` contract, which may then take the token. */
  readonly fundingPool: Address;
  /** Address of the ERC-20, which must have EIP-2612 permits. */
  readonly token: Address;
  /** What may be taken, in units. */
  readonly amount: bigint;
  /** Last second at which the permit can be used, in unix seconds. */
  readonly deadline: bigint;
};

/** A permit that `signPermit` has signed for the `FundingPool`. */
export type PermitFundingCallParameters = SignPermitReturnType & Pick<PermitFundingParameters, "fundingPool">;

export type PermitFundingReturnType = Hash;

export type PermitFundingErrorType = ThrownBy["permitFunding"] | SignPermitErrorType | WriteErrorType;

/**
 * Signs an EIP-2612 permit for the funding pool and uses it. To give in the same transaction, pass
 * {@link permitFundingCall} of `signPermit` and `fundCall` to `multicallFunding`.
 * @returns Hash of the transaction.
 * @throws {FundingPoolPermitFailedError} when the permit was refused and the allowance does not suffice.
 * @throws {FundingPoolNotTokenError} when there is no token at the address.
 */
export async function permitFunding(
  client: WriteClient,
  parameters: PermitFundingParameters,
): Promise<PermitFundingReturnType> {
  const { fundingPool, ...permission } = given(parameters);
  const signed = await signPermit(client, { ...permission, spender: fundingPool });
  return write(client, permitFundingCall({ fundingPool, ...signed }));
}

/** Describes the use of a signed permit by its signer, without sending it: for `multicallFunding`. */
export function permitFundingCall(parameters: PermitFundingCallParameters): FundingPoolCall<"permit"> {
  const { fundingPool, token, amount, deadline, v, r, s } = given(parameters);
  const args = [token, amount, deadline, v, r, s] as const;
  return { address: fundingPool, abi: fundingPoolAbi, functionName: "permit", args };
}
