import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** Randomness by block headers, for chains whose proposers lose something when they withhold a block: Ethereum, Sepolia. */
export default buildModule("HeaderRandomness", (m) => {
  const randomness = m.contract("HeaderRandomness", [m.getParameter<number>("delay", 1536)]); // four epochs

  return { randomness };
});
