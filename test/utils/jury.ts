import type { NetworkConnection } from "hardhat/types/network";
import { encodeAbiParameters, getAddress, keccak256, type Address } from "viem";

import Core from "../../deploy/modules/Core.ts";
import { deploySafe } from "../../scripts/utils/safe.ts";
import type { HostileToken } from "../../types/ethers-contracts/mocks/HostileToken.js";
import type { Jury } from "../../types/ethers-contracts/jury/Jury.js";
import type { Markets } from "../../types/ethers-contracts/markets/Markets.js";
import { deployLibraries } from "./libraries.ts";

export const WAD = 10n ** 18n;
export const STAKE = 1000n;
export const EVALUATION_PERIOD = 20 * 86_400;
export const CHALLENGE_WINDOW = 3 * 86_400;
export const ANSWER_PERIOD = 5 * 86_400;
/** Squares, no anchor, gradients up to 1e-12, two ballots. */
export const LOSS = { huberDelta: 0n, anchor: 0n, tolerance: 10n ** 6n, minBallots: 2n };
export const BALLOTS = `0x${"ba".repeat(32)}`;
export const EVIDENCE = "ipfs://evidence";
export const REASON = "ipfs://reason";

/** Weights that differ from each other and sum to exactly 1e18; `turn` makes another vector of the same length. */
export function weights(outcomes: number, turn = 0): bigint[] {
  const parts = Array.from({ length: outcomes }, (_, i) => BigInt(1 + ((i + turn) % outcomes)));
  const total = parts.reduce((a, b) => a + b);
  const floored = parts.map((part) => (part * WAD) / total);
  const rest = WAD - floored.reduce((a, b) => a + b);
  return floored.map((weight, i) => (i === 0 ? weight + rest : weight));
}

export type JuryDeployment = Awaited<ReturnType<typeof deployJury>>;

/** A jury of a real 3-of-5 Safe over real markets, with stakes in a token that can be made to misbehave. */
export async function deployJury(connection: NetworkConnection, loss: Partial<typeof LOSS> = {}) {
  const { ethers, ignition, networkHelpers } = connection;
  const [deployer, alice, bob, recipient, ...others] = await ethers.getSigners();
  if (!deployer || !alice || !bob || !recipient) throw new Error("The network has too few accounts.");
  const owners = others.slice(0, 5).map(({ address }) => address as Address);

  const core = await ignition.deploy(Core);
  const markets: Markets = await ethers.getContractAt("Markets", await core.markets.getAddress());
  const safe = await deploySafe(connection, { owners, threshold: 3 });
  // Unit tests act as the Safe; test/integration/safe.test.ts posts through it with signatures.
  await networkHelpers.impersonateAccount(safe);
  await networkHelpers.setBalance(safe, 10n ** 18n);
  const jurors = await ethers.getSigner(safe);

  const token: HostileToken = await ethers.deployContract("HostileToken");
  const parameters = {
    deployer,
    markets,
    safe,
    stakeToken: token,
    stake: STAKE,
    stakeRecipient: recipient,
    evaluationPeriod: EVALUATION_PERIOD,
    challengeWindow: CHALLENGE_WINDOW,
    answerPeriod: ANSWER_PERIOD,
    ...LOSS,
    ...loss,
  };
  const libraries = await deployLibraries(connection, "Jury");
  const jury: Jury = await ethers.deployContract("Jury", [parameters], { libraries });
  for (const account of [alice, bob]) {
    await token.mint(account, 100n * STAKE);
    await token.connect(account).approve(jury, ethers.MaxUint256);
  }
  return { alice, bob, deployer, jurors, jury, markets, owners, parameters, recipient, safe: getAddress(safe), token };
}

export type MarketOptions = {
  readonly outcomes?: number;
  readonly resolver?: string;
  /** Opening prices of its pool; without them it has none. */
  readonly prices?: readonly bigint[];
  /** When trading ends; without it a day from now. */
  readonly closesAt?: number;
};

let created = 0n;

/** Creates a market that the jury resolves; trading in it ends a day from now. */
export async function createMarket(
  { ethers, networkHelpers }: NetworkConnection,
  { deployer, jury, markets, token }: JuryDeployment,
  { outcomes = 3, resolver, prices, closesAt: given }: MarketOptions = {},
) {
  const closesAt = given ?? (await networkHelpers.time.latest()) + 86_400;
  created += 1n;
  const parameters = {
    asset: await token.getAddress(),
    assetId: 0n,
    resolver: resolver ?? (await jury.getAddress()),
    opener: deployer.address,
    outcomes,
    closesAt,
    twapWindow: 3600,
    feeRate: 0,
    alpha: 0,
    context: ethers.toBeHex(created, 32),
  };
  const market = await markets.computeMarket(deployer, parameters);
  await markets.createMarket(parameters);
  if (prices) {
    await token.mint(deployer, 10n ** 24n);
    await token.approve(markets, ethers.MaxUint256);
    await markets.openPool(market, [...prices], 10n ** 18n, deployer);
  }
  return { market, closesAt, deadline: closesAt + EVALUATION_PERIOD };
}

/** The contract's `Status`, as the numbers that it returns. */
export const Status = { None: 0n, Posted: 1n, Challenged: 2n, Affirmed: 3n, Resolved: 4n } as const;

export function hashOf(payouts: readonly bigint[]): string {
  return keccak256(encodeAbiParameters([{ type: "uint256[]" }], [payouts]));
}
