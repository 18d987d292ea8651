import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { ContractFuture, IgnitionModuleBuilder } from "@nomicfoundation/ignition-core";

import { librariesOf } from "../libraries.ts";
import Core from "./Core.ts";
import { juryOf } from "./Jury.ts";

const WAD = 10n ** 18n;

type Existing = string | ContractFuture<string> | ReturnType<IgnitionModuleBuilder["getParameter"]>;

type EcosystemParameters = {
  readonly markets: Existing;
  readonly safe: Existing;
  readonly money: Existing;
  /** Source of the draw: one of the modules `…Randomness`. */
  readonly randomness: Existing;
  /** What prepares pools of the kinds in the parameter `openingKinds`; by default there are none. */
  readonly opening: Existing;
};

/**
 * What one ecosystem runs on the markets: its graph, its rounds, its jury and its funding, which know each other. The
 * deployer then imports the graph that `genesisRoot` commits to, and has no power after that.
 */
export function ecosystemOf(
  m: IgnitionModuleBuilder,
  { markets, safe, money, randomness, opening }: EcosystemParameters,
) {
  const fundingPool = m.contract("FundingPool", [m.getAccount(0), m.getParameter<number>("claimRounds", 4)]);
  const jury = juryOf(m, { markets, safe, stakeToken: money, stakeRecipient: fundingPool });
  const registry = m.contract(
    "EdgeRegistry",
    [
      m.getAccount(0),
      m.getParameter<string>("target"),
      m.getParameter<string>("genesisRoot"),
      m.getParameter<string>("registrar"),
      money,
      jury,
      m.getParameter<bigint>("bondBase"),
    ],
    { libraries: librariesOf(m, "EdgeRegistry") },
  );
  const config = {
    markets,
    registry,
    jury,
    fundingPool,
    randomness,
    opening,
    openingKinds: m.getParameter<number>("openingKinds", 0),
    policy: m.getParameter<number>("policy", 2), // Blend: the jury's word, the market's and the reference
    factor: m.getParameter<bigint>("factor", 2n * WAD),
    step: m.getParameter<bigint>("step", WAD / 40n),
    registration: m.getParameter<number>("registration"),
    openingPeriod: m.getParameter<number>("openingPeriod", 0),
    trading: m.getParameter<number>("trading"),
    auditPeriod: m.getParameter<number>("auditPeriod"),
    twapWindow: m.getParameter<number>("twapWindow"),
    feeRate: m.getParameter<number>("feeRate"),
    alpha: m.getParameter<number>("alpha"),
    minBudget: m.getParameter<bigint>("minBudget"),
    parts: m.getParameter<number[]>("parts"),
    quotas: m.getParameter<{ drawn: number; paid: number }[]>("quotas"),
  };
  const rounds = m.contract("Rounds", [config], { libraries: librariesOf(m, "Rounds") });
  m.call(fundingPool, "connect", [rounds]);
  m.call(jury, "connect", [rounds]);
  m.call(registry, "connect", [rounds]);

  return { fundingPool, jury, registry, rounds };
}

/** An ecosystem for a Safe, a money and a source of randomness that exist. */
export default buildModule("Ecosystem", (m) => {
  const { markets, openingAuction } = m.useModule(Core);
  const safe = m.getParameter<string>("safe");
  const money = m.getParameter<string>("money");
  const randomness = m.getParameter<string>("randomness");
  const ecosystem = ecosystemOf(m, { markets, safe, money, randomness, opening: openingAuction });

  return { markets, openingAuction, ...ecosystem };
});
