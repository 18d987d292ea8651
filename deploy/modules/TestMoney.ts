import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** Money for a chain where there is none: anyone may mint it. */
export default buildModule("TestMoney", (m) => {
  const money = m.contract("TestToken", [
    m.getParameter<string>("name", "Test USD"),
    m.getParameter<string>("symbol", "tUSD"),
    m.getParameter<number>("decimals", 18),
  ]);

  return { money };
});
