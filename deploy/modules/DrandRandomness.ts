import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import { quicknet } from "../beacons/quicknet.ts";

/**
 * Randomness by a beacon of drand, quicknet unless told otherwise. The delay depends on the chain: half an hour where
 * nobody rules the clock, 13 hours on the OP stack, 25 on Arbitrum.
 */
export default buildModule("DrandRandomness", (m) => {
  const randomness = m.contract("DrandRandomness", [
    {
      chainHash: m.getParameter<string>("chainHash", quicknet.chainHash),
      key: m.getParameter<string>("key", quicknet.key),
      genesis: m.getParameter<number>("genesis", quicknet.genesis),
      period: m.getParameter<number>("period", quicknet.period),
      delay: m.getParameter<number>("delay"),
      knownRound: m.getParameter<number>("knownRound", quicknet.knownRound),
      knownSignature: m.getParameter<string>("knownSignature", quicknet.knownSignature),
    },
  ]);

  return { randomness };
});
