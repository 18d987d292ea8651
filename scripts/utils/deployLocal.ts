import type { DeploymentParameters } from "@nomicfoundation/ignition-core";
import type { NetworkConnection } from "hardhat/types/network";

import Local, { LocalDrand } from "../../deploy/modules/Local.ts";
import { LOCAL_BEACON } from "../beacon/testBeacon.ts";
import { plantHistory } from "./history.ts";

/** What the draw of a local chain is made by. */
export const LOCAL_RANDOMNESS = ["headers", "drand"] as const;

export type LocalRandomness = (typeof LOCAL_RANDOMNESS)[number];

/** How Ignition keeps its journal; in memory by default. */
type Options = Pick<NonNullable<Parameters<NetworkConnection["ignition"]["deploy"]>[1]>, "deploymentId" | "config">;

/**
 * Deploys the module `Local` on a chain of this machine, with a source of randomness that works there: by a beacon that of
 * local chains, unless the parameters have those of another one.
 */
export async function deployLocal(
  connection: NetworkConnection,
  parameters: DeploymentParameters,
  randomness: LocalRandomness = "headers",
  options: Options = {},
) {
  const { ignition } = connection;
  if (randomness === "drand") {
    return ignition.deploy(LocalDrand, {
      ...options,
      parameters: { DrandRandomness: { ...LOCAL_BEACON.parameters }, ...parameters },
    });
  }
  await plantHistory(connection);
  return ignition.deploy(Local, { ...options, parameters });
}
