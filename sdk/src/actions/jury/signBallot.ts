import type { Address, Hex, SignTypedDataErrorType } from "viem";
import { getChainId, signTypedData } from "viem/actions";

import { explain } from "../../chain/explain.ts";
import { given } from "../../chain/given.ts";
import type { RpcUnreachableError } from "../../errors/rpc.ts";
import { ballotTypedData, type Ballot } from "../../jury/ballots.ts";
import type { WriteClient } from "../../types/client.ts";

export type SignBallotParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** The judgments, of the client's account as `juror`. */
  readonly ballot: Ballot;
};

export type SignBallotReturnType = Hex;

export type SignBallotErrorType = RpcUnreachableError | SignTypedDataErrorType;

/**
 * Signs a juror's ballot with the client's account, for the client's chain. Nothing is sent: whoever has the signature
 * can publish it once trading has ended. Sign one for each market: of two, the first to be published counts.
 */
export async function signBallot(client: WriteClient, parameters: SignBallotParameters): Promise<SignBallotReturnType> {
  const { jury, ballot } = given(parameters);
  try {
    const chainId = await getChainId(client);
    return await signTypedData(client, { account: client.account, ...ballotTypedData({ chainId, jury, ballot }) });
  } catch (error) {
    throw await explain(error);
  }
}
