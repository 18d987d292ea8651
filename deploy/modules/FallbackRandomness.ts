import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** Two sources that exist, in order: deploy the second one with a delay that is longer by the patience with the first. */
export default buildModule("FallbackRandomness", (m) => {
  const randomness = m.contract("FallbackRandomness", [
    m.getParameter<string>("first"),
    m.getParameter<string>("second"),
  ]);

  return { randomness };
});
