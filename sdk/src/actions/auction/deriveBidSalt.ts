import type { Address, Hex, SignTypedDataErrorType } from "viem";
import { getChainId, signTypedData } from "viem/actions";

import { deriveSalt, saltMessage } from "../../auction/salt.ts";
import { explain } from "../../chain/explain.ts";
import { given } from "../../chain/given.ts";
import { SaltNotReproducibleError } from "../../errors/auction.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type DeriveBidSaltParameters = {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Number of the salt: another one for each bid that replaces one; by default 0. */
  readonly counter?: bigint | undefined;
};

export type DeriveBidSaltReturnType = Hex;

export type DeriveBidSaltErrorType = ThrownBy["deriveBidSalt"] | SignTypedDataErrorType;

/**
 * Derives the salt of a bid from a signature of the client's account, for the client's chain, so that it need not be
 * kept: call it again to reveal. It signs twice and compares, because the salt of a wallet that signs differently each
 * time (contract wallets, some hardware) would be lost; such an account uses `randomSalt` and keeps it. A contract
 * wallet that signs alike twice may still do so differently once its owners change. Only sign this for programs that
 * you trust: the signature is the secret.
 * @returns 32 bytes.
 * @throws {SaltNotReproducibleError} when the two signatures differ, or are not those of one key.
 * @throws {RpcUnreachableError} when the RPC does not answer.
 */
export async function deriveBidSalt(
  client: WriteClient,
  parameters: DeriveBidSaltParameters,
): Promise<DeriveBidSaltReturnType> {
  const { auction, market, counter } = given(parameters, "counter");
  try {
    const message = saltMessage({ chainId: await getChainId(client), auction, market, counter });
    const first = deriveSalt(await signTypedData(client, { account: client.account, ...message }));
    // One after the other: a wallet shows one request at a time.
    const second = deriveSalt(await signTypedData(client, { account: client.account, ...message }));
    if (first === second) return first;
    throw new SaltNotReproducibleError({ reason: "it signed the same message in two ways" });
  } catch (error) {
    throw await explain(error);
  }
}
