import type { NetworkConnection } from "hardhat/types/network";

import { LIBRARIES } from "../../deploy/libraries.ts";

/** Addresses of the libraries that `contract` is linked to, deployed for it. */
export async function deployLibraries({ ethers }: NetworkConnection, contract: keyof typeof LIBRARIES) {
  const deployed = LIBRARIES[contract].map(async (name) => [
    name,
    await (await ethers.deployContract(name)).getAddress(),
  ]);
  return Object.fromEntries(await Promise.all(deployed)) as Record<string, string>;
}
