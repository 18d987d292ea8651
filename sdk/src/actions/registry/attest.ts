import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import type { Attestation } from "./signAttestation.ts";

export type AttestParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** What the registrar signed. */
  readonly attestation: Attestation;
};

export type AttestReturnType = Hash;

export type AttestErrorType = ThrownBy["attest"] | WriteErrorType;

/**
 * Submits an attestation that the registrar signed: `signAttestation`. It takes effect after 14 days.
 * @returns Hash of the transaction.
 * @throws {EdgeRegistryNotSealedError} when the import is not complete.
 * @throws {EdgeRegistryInvalidMaintainerError} when an attestation names nobody, or a node without maintainer.
 * @throws {EdgeRegistryInvalidNonceError} when an attestation is not the next one of its node.
 * @throws {EdgeRegistryExpiredError} when an attestation can no longer be submitted.
 * @throws {EdgeRegistryInvalidSignatureError} when an attestation was not signed by the registrar.
 */
export async function attest(client: WriteClient, parameters: AttestParameters): Promise<AttestReturnType> {
  return write(client, attestCall(parameters));
}

/** Describes {@link attest} without sending it: for gas estimates or a Safe. */
export function attestCall(parameters: AttestParameters): RegistryCall<"attest"> {
  const { registry, attestation } = given(parameters);
  return {
    address: registry,
    abi: edgeRegistryAbi,
    functionName: "attest",
    args: [attestation.node, attestation.maintainer, attestation.nonce, attestation.deadline, attestation.signature],
  };
}

export type ParseAttestLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "Attested", true>;

/** Reads the `Attested` events of one contract out of logs. */
export function parseAttestLogs({ logs, registry }: LogsOf<"registry">): ParseAttestLogsReturnType {
  return parseLogs(edgeRegistryAbi, "Attested", registry, logs);
}
