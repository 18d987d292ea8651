import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { Artifact } from "@nomicfoundation/ignition-core";
import handler from "@safe-global/safe-contracts/build/artifacts/contracts/handler/CompatibilityFallbackHandler.sol/CompatibilityFallbackHandler.json" with { type: "json" };
import factory from "@safe-global/safe-contracts/build/artifacts/contracts/proxies/SafeProxyFactory.sol/SafeProxyFactory.json" with { type: "json" };
import singleton from "@safe-global/safe-contracts/build/artifacts/contracts/Safe.sol/Safe.json" with { type: "json" };
import { zeroAddress } from "viem";

/**
 * The jurors' Safe for a chain that has none: the real v1.4.1 contracts, and one Safe. On a public chain create it in
 * the Safe's own app and give its address to the module `Jury`.
 */
export default buildModule("Safe", (m) => {
  const owners = m.getParameter<string[]>("owners");
  const threshold = m.getParameter<number>("threshold");
  const saltNonce = m.getParameter<bigint>("saltNonce", 0n);

  const safeSingleton = m.contract("Safe", singleton as unknown as Artifact);
  const safeFactory = m.contract("SafeProxyFactory", factory as unknown as Artifact);
  const fallbackHandler = m.contract("CompatibilityFallbackHandler", handler as unknown as Artifact);

  const setup = m.encodeFunctionCall(safeSingleton, "setup", [
    owners,
    threshold,
    zeroAddress, // no module to set up
    "0x",
    fallbackHandler,
    zeroAddress, // nobody is paid for the creation
    0n,
    zeroAddress,
  ]);
  const creation = m.call(safeFactory, "createProxyWithNonce", [safeSingleton, setup, saltNonce]);
  const proxy = m.readEventArgument(creation, "ProxyCreation", "proxy");
  const safe = m.contractAt("JurorsSafe", singleton as unknown as Artifact, proxy);

  return { safe, safeSingleton, safeFactory, fallbackHandler };
});
