import { network } from "hardhat";
import { parseAbi, parseEther, type Address, type Hex } from "viem";

import Core from "../../deploy/modules/Core.ts";
import { GAS_CAP } from "../benchScale/meter.ts";
import { readPeer } from "./artifacts.ts";

const FORTUNE = parseEther("1000000000");
const UNLIMITED = 2n ** 256n - 1n;

export type Stage = Awaited<ReturnType<typeof createStage>>;

/**
 * Our contracts and the peers' on one in-process chain, with money of 18 decimals and five accounts that have enough of
 * it. Approvals are given before anything is measured: every peer but v4 needs one more for each of its markets.
 */
export async function createStage() {
  const { viem, ignition } = await network.create();
  const client = await viem.getPublicClient();
  const [wallet, ...others] = await viem.getWalletClients();
  const [sponsor, first, buyer, second, splitter] = [wallet, ...others].map((one) => one?.account.address);
  if (!wallet || !sponsor || !first || !buyer || !second || !splitter) throw new Error("too few accounts");
  const accounts = { sponsor, first, buyer, second, splitter };

  /** Sends a call with the most gas that a transaction may have. */
  const execute = async (from: Address, to: Address, data: Hex) => {
    const hash = await wallet.sendTransaction({ account: from, to, data, gas: BigInt(GAS_CAP) });
    const receipt = await client.waitForTransactionReceipt({ hash });
    if (receipt.status !== "success") throw new Error(`A call of ${to} failed with ${receipt.gasUsed} gas.`);
    return receipt;
  };
  const deploy = async (bytecode: Hex, owner?: Address): Promise<Address> => {
    const hash =
      owner === undefined
        ? await wallet.deployContract({ abi: [], bytecode })
        : await wallet.deployContract({ abi: parseAbi(["constructor(address)"]), bytecode, args: [owner] });
    const { contractAddress } = await client.waitForTransactionReceipt({ hash });
    if (!contractAddress) throw new Error("Nothing was deployed.");
    return contractAddress;
  };

  const core = await ignition.deploy(Core);
  const markets = await viem.getContractAt("Markets", (await core.markets.getAddress()) as Address);
  const money = await viem.deployContract("TestToken", ["Money", "MNY", 18]);
  const conditionalTokens = await deploy(readPeer("ConditionalTokens"));
  const mathematics = { Fixed192x64Math: await deploy(readPeer("Fixed192x64Math")) };
  const lmsrFactory = await deploy(readPeer("LMSRMarketMakerFactory", mathematics));
  const fixedProductFactory = await deploy(readPeer("FixedProductMarketMakerFactory"));
  const v3Factory = await deploy(readPeer("UniswapV3Factory"));
  const v4Manager = await deploy(readPeer("PoolManager"), sponsor);
  const router = await viem.deployContract("MockUniswapRouter", [money.address, v3Factory, v4Manager]);

  const approve = async (spender: Address, token = money) => {
    for (const account of Object.values(accounts)) await token.write.approve([spender, UNLIMITED], { account });
  };
  for (const account of Object.values(accounts)) await money.write.mint([account, FORTUNE]);
  for (const spender of [markets.address, conditionalTokens, lmsrFactory, router.address]) await approve(spender);
  // The first money that a contract ever gets costs it an entry in the ledger, once for ever; it is not measured.
  for (const holder of [markets.address, conditionalTokens, v4Manager]) await money.write.mint([holder, 1n]);

  return {
    viem,
    client,
    accounts,
    execute,
    approve,
    markets,
    money,
    conditionalTokens,
    lmsrFactory,
    fixedProductFactory,
    v3Factory,
    v4Manager,
    router,
    /** The same, of which only the gas counts. */
    spend: async (from: Address, to: Address, data: Hex) => Number((await execute(from, to, data)).gasUsed),
  };
}
