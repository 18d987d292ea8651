import {
  permitTypedData,
  signPermitTypedData,
  type PermitParameters,
  type SignedPermit,
  type SignedPermitErrorType,
} from "../../chain/permit.ts";
import type { ReadErrorType } from "../../chain/read.ts";
import type { WriteClient } from "../../types/client.ts";

export { permitTypes } from "../../types/permit.ts";

export type SignPermitParameters = PermitParameters;

export type SignPermitReturnType = SignedPermit;

export type SignPermitErrorType = ReadErrorType | SignedPermitErrorType;

/** Signs an EIP-2612 permit with the client's account: an allowance that costs no transaction of its own. */
export async function signPermit(client: WriteClient, parameters: SignPermitParameters): Promise<SignPermitReturnType> {
  const typedData = await permitTypedData(client, { ...parameters, owner: client.account.address });
  return signPermitTypedData(client, typedData);
}
