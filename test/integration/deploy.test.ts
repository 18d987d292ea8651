import { expect } from "chai";
import { network } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";
import type { Address, Hex } from "viem";

import Core from "../../deploy/modules/Core.ts";
import JuryModule from "../../deploy/modules/Jury.ts";
import { quicknet } from "../../deploy/beacons/quicknet.ts";
import DrandRandomness from "../../deploy/modules/DrandRandomness.ts";
import Ecosystem from "../../deploy/modules/Ecosystem.ts";
import FallbackRandomness from "../../deploy/modules/FallbackRandomness.ts";
import HeaderRandomness from "../../deploy/modules/HeaderRandomness.ts";
import Local from "../../deploy/modules/Local.ts";
import { plantHistory } from "../../scripts/utils/history.ts";
import { readLocalParameters } from "../../scripts/utils/parameters.ts";
import { getSafe } from "../../sdk/src/safe/index.ts";
import { rootOf, toArgument } from "../utils/registry.ts";
import { SMALL_GRAPH, TARGET } from "../utils/rounds.ts";

const PARAMETERS = await readLocalParameters({ target: TARGET, genesisRoot: rootOf(SMALL_GRAPH) });
/** CreateX, the factory behind Ignition's create2 strategy: at this address on every chain. */
const CREATE_X = "0xba5Ed099633D3B313e4D5F7bdc1305d3c28ba5Ed";

type Strategy = "basic" | "create2";

/** Sends transactions, so that what is deployed after them has another nonce. */
async function spendNonces({ ethers }: NetworkConnection, count: number) {
  const [deployer] = await ethers.getSigners();
  for (let i = 0; i < count; i++) await (await deployer?.sendTransaction({ to: ethers.ZeroAddress }))?.wait();
}

async function deployLocal(connection: NetworkConnection, strategy: Strategy) {
  const { ignition } = connection;
  await plantHistory(connection);
  const contracts = await ignition.deploy(Local, { strategy, parameters: PARAMETERS });
  const entries = Object.entries(contracts).map(
    async ([name, contract]) => [name, await contract.getAddress()] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** A chain with another id, which has CreateX as public chains do. */
async function otherChain(model: NetworkConnection): Promise<NetworkConnection> {
  const connection = await network.create({ override: { chainId: 1234 } });
  const code = (await model.ethers.provider.getCode(CREATE_X)) as Hex;
  await connection.networkHelpers.setCode(CREATE_X, code);
  return connection;
}

describe("The deployment", function () {
  it("should have the same addresses on two chains, whatever the nonces, with the create2 strategy", async function () {
    const first = await network.create();
    const addresses = await deployLocal(first, "create2");
    const second = await otherChain(first);
    await spendNonces(second, 3);
    expect(await deployLocal(second, "create2")).to.deep.equal(addresses);
    expect(Object.keys(addresses)).to.have.members([
      ...["fundingPool", "jury", "lens", "markets", "money", "openingAuction", "outcomeERC20Factory"],
      ...["randomness", "registry", "rounds", "safe"],
    ]);
  });

  it("should have other addresses after other nonces with the basic strategy: the test above tells them apart", async function () {
    const first = await network.create();
    const second = await network.create();
    await spendNonces(second, 3);
    const addresses = Object.values(await deployLocal(first, "basic"));
    expect(Object.values(await deployLocal(second, "basic"))).not.to.have.any.members(addresses);
  });

  it("should wire the local network as its parameter file says", async function () {
    const connection = await network.create();
    const { ethers, viem, ignition } = connection;
    await plantHistory(connection);
    const { jury, lens, markets, money, safe, outcomeERC20Factory } = await ignition.deploy(Local, {
      parameters: PARAMETERS,
    });
    const contract = await ethers.getContractAt("Jury", await jury.getAddress());
    const factory = await ethers.getContractAt("OutcomeERC20Factory", await outcomeERC20Factory.getAddress());
    const address = (await safe.getAddress()) as Address;
    expect(await contract.MARKETS()).to.equal(await markets.getAddress());
    expect(await contract.STAKE_TOKEN()).to.equal(await money.getAddress());
    expect(await contract.SAFE()).to.equal(address);
    expect(await contract.EVALUATION_PERIOD()).to.equal(14 * 86_400);
    expect(await contract.CHALLENGE_WINDOW()).to.equal(3 * 86_400);
    expect(await contract.ANSWER_PERIOD()).to.equal(3 * 86_400);
    expect(await contract.STAKE()).to.equal(1000n * 10n ** 18n);
    expect(await factory.MARKETS()).to.equal(await markets.getAddress());
    const reader = await ethers.getContractAt("Lens", await lens.getAddress());
    expect(await reader.MARKETS()).to.equal(await markets.getAddress());
    const { owners, threshold } = await getSafe(await viem.getPublicClient(), { safe: address });
    expect([owners.length, threshold]).to.deep.equal([5, 3n]);
  });

  for (const strategy of ["basic", "create2"] as const) {
    it(`should connect what has to know each other, for ever, with the ${strategy} strategy`, async function () {
      const connection = await network.create();
      const { ethers } = connection;
      const addresses = await deployLocal(connection, strategy);
      const rounds = await ethers.getContractAt("Rounds", addresses["rounds"] ?? "");
      expect(await rounds.MONEY()).to.equal(addresses["money"]);
      expect(await rounds.JURY()).to.equal(addresses["jury"]);
      expect(await rounds.REGISTRY()).to.equal(addresses["registry"]);
      expect((await rounds.config()).randomness).to.equal(addresses["randomness"]);
      const [deployer] = await ethers.getSigners();
      for (const name of ["jury", "registry", "fundingPool"]) {
        const contract = await ethers.getContractAt("IConnectedToRounds", addresses[name] ?? "");
        expect(await contract.rounds(), name).to.equal(addresses["rounds"]);
        expect(await contract.DEPLOYER(), name).to.equal(deployer?.address);
        await expect(contract.getFunction("connect")(addresses["rounds"] ?? "")).to.be.revertedWithCustomError(
          contract,
          "Connected_AlreadyConnected",
        );
      }
      const jury = await ethers.getContractAt("Jury", addresses["jury"] ?? "");
      expect(await jury.STAKE_RECIPIENT()).to.equal(addresses["fundingPool"]);
      const registry = await ethers.getContractAt("EdgeRegistry", addresses["registry"] ?? "");
      await registry.importNodes(SMALL_GRAPH.map(toArgument));
      await registry.seal();
      expect(await registry.isSealed()).to.equal(true);
    });
  }

  it("should deploy the jury of another Safe and token by parameters, over the same markets", async function () {
    const { ethers, ignition } = await network.create();
    const [, safe, recipient] = await ethers.getSigners();
    if (!safe || !recipient) throw new Error("The network has too few accounts.");
    const { markets } = await ignition.deploy(Core);
    const token = await ethers.deployContract("TestToken", ["Money", "MNY", 6]);
    const { jury } = await ignition.deploy(JuryModule, {
      parameters: {
        Jury: {
          safe: safe.address,
          stakeToken: await token.getAddress(),
          stake: 5n,
          stakeRecipient: recipient.address,
          evaluationPeriod: 10,
          challengeWindow: 20,
          answerPeriod: 30,
        },
      },
    });
    const contract = await ethers.getContractAt("Jury", await jury.getAddress());
    expect(await contract.SAFE()).to.equal(safe.address);
    expect(await contract.STAKE_TOKEN()).to.equal(await token.getAddress());
    expect(await contract.STAKE()).to.equal(5n);
    expect(await contract.STAKE_RECIPIENT()).to.equal(recipient.address);
    const periods = [contract.EVALUATION_PERIOD(), contract.CHALLENGE_WINDOW(), contract.ANSWER_PERIOD()];
    expect(await Promise.all(periods)).to.deep.equal([10n, 20n, 30n]);
    expect(await ethers.provider.getCode(await markets.getAddress())).not.to.equal("0x");
  });

  it("should deploy each source of randomness as a module of its own, for an ecosystem to name", async function () {
    const connection = await network.create();
    const { ethers, ignition } = connection;
    await plantHistory(connection);
    const day = 86_400;
    // quicknet, by its public constants: the deployment verifies a beacon of it.
    const { randomness: drand } = await ignition.deploy(DrandRandomness, {
      parameters: { DrandRandomness: { delay: 25 * 3600 } },
    });
    const beacon = await ethers.getContractAt("DrandRandomness", await drand.getAddress());
    expect(await beacon.CHAIN_HASH()).to.equal(quicknet.chainHash);
    expect(await beacon.DELAY()).to.equal(25 * 3600);
    const { randomness: headers } = await ignition.deploy(HeaderRandomness, {
      parameters: { HeaderRandomness: { delay: 2 * day } },
    });
    const { randomness } = await ignition.deploy(FallbackRandomness, {
      parameters: { FallbackRandomness: { first: await drand.getAddress(), second: await headers.getAddress() } },
    });
    const both = await ethers.getContractAt("FallbackRandomness", await randomness.getAddress());
    expect([await both.FIRST(), await both.SECOND()]).to.deep.equal([
      await drand.getAddress(),
      await headers.getAddress(),
    ]);
    const { openingAuction } = await ignition.deploy(Core);
    const token = await ethers.deployContract("TestToken", ["Money", "MNY", 18]);
    const [, safe] = await ethers.getSigners();
    const { rounds } = await ignition.deploy(Ecosystem, {
      parameters: {
        Ecosystem: {
          ...PARAMETERS["Local"],
          safe: safe?.address ?? "",
          money: await token.getAddress(),
          randomness: await randomness.getAddress(),
          // A draw by quicknet is due 25 hours after trading.
          auditPeriod: 3 * day,
        },
      },
    });
    const config = await (await ethers.getContractAt("Rounds", await rounds.getAddress())).config();
    expect(config.randomness).to.equal(await randomness.getAddress());
    expect(config.opening).not.to.equal(await openingAuction.getAddress());
  });

  it("should refuse headers on a local chain that has no history contract", async function () {
    const { ignition } = await network.create();
    await expect(ignition.deploy(HeaderRandomness)).to.be.rejectedWith("HeaderRandomness_NoHistory");
  });
});
