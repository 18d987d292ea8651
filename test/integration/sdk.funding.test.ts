import { expect } from "chai";
import { network } from "hardhat";
import { getAddress, maxUint256, numberToHex, parseEther, zeroAddress } from "viem";

import { getGraph } from "../../sdk/src/actions/funding/getGraph.ts";
import {
  claimCall,
  deepFundingActions,
  fundCall,
  parseClaimLogs,
  parseClaimManyLogs,
  parseFundEthLogs,
  parseFundLogs,
  parsePullLogs,
  parsePullManyLogs,
  parseRecordLogs,
  parseSweepLogs,
  permitFundingCall,
  pullManyCall,
} from "../../sdk/src/client/index.ts";
import {
  FundingPoolAlreadySweptError,
  FundingPoolNothingToClaimError,
  FundingPoolNotPayeeError,
  FundingPoolNotSettledError,
  FundingPoolNothingReceivedError,
  FundingPoolPermitFailedError,
  FundingPoolTooEarlyError,
  GraphTooLargeError,
} from "../../sdk/src/errors/index.ts";
import { credit, planPulls } from "../../sdk/src/graph/index.ts";
import { expectError } from "../utils/errors.ts";
import { CLAIM_ROUNDS, ETH, milli, node, TARGET, UNKNOWN, WAD } from "../utils/funding.ts";
import { deploySdkFunding, settleWithEther } from "../utils/sdkFunding.ts";

const connection = await network.create();
const { networkHelpers, viem } = connection;

/** .205 · .600 · .050 + .127 · .624 · .108 of one ether. */
const SHARED = 14_708_784_000_000_000n;

async function fundingFixture() {
  const deployment = await deploySdkFunding(connection);
  await deployment.graph.write.setPayee([node("shared"), deployment.payee.account.address]);
  return deployment;
}

/** Round 1 has settled with one ether. */
async function settledFixture() {
  const deployment = await fundingFixture();
  await settleWithEther(deployment, WAD);
  return deployment;
}

describe("SDK: money in", function () {
  it("fundEth sends ether and says what arrived", async function () {
    const { client, funder, fundingPool, mined } = await networkHelpers.loadFixture(fundingFixture);
    const { logs } = await mined(await funder.fundEth({ amount: parseEther("3") }));
    expect(parseFundEthLogs({ logs, fundingPool })[0]?.args).to.deep.equal({
      funder: getAddress(funder.account.address),
      token: ETH,
      amount: parseEther("3"),
    });
    expect(await client.getPot({ round: 1n, token: ETH })).to.deep.equal({
      allotted: parseEther("3"),
      claimed: 0n,
      returned: 0n,
      swept: 0n,
      isSwept: false,
    });
    await expectError(funder.fundEth({ amount: 0n }), FundingPoolNothingReceivedError);
  });

  it("fund takes an approved ERC-20, record what was sent without a call", async function () {
    const { funder, fundingPool, mined, money, other } = await networkHelpers.loadFixture(fundingFixture);
    await mined((await funder.approveAsset({ asset: money, spender: fundingPool, amount: maxUint256 })) ?? "0x");
    const funded = await mined(await funder.fund({ token: money, amount: 7n }));
    expect(parseFundLogs({ logs: funded.logs, fundingPool })[0]?.args.amount).to.equal(7n);
    await mined(
      await funder.writeContract({
        address: money,
        abi: [
          {
            type: "function",
            name: "transfer",
            inputs: [{ type: "address" }, { type: "uint256" }],
            outputs: [{ type: "bool" }],
            stateMutability: "nonpayable",
          },
        ],
        functionName: "transfer",
        args: [fundingPool, 5n],
      }),
    );
    const { logs } = await mined(await other.record({ token: money }));
    const [recorded] = parseRecordLogs({ logs, fundingPool });
    expect([recorded?.args.round, recorded?.args.amount]).to.deep.equal([1n, 5n]);
  });

  it("a signed permit and fund go in one transaction, and a permit alone is an allowance", async function () {
    const { client, funder, fundingPool, mined, money, other } = await networkHelpers.loadFixture(fundingFixture);
    const { timestamp } = await client.getBlock();
    const permission = { token: money, amount: 9n, deadline: timestamp + 600n };
    const signed = await funder.signPermit({ ...permission, spender: fundingPool });
    const calls = [
      permitFundingCall({ fundingPool, ...signed }),
      fundCall({ fundingPool, token: money, amount: 9n }),
    ] as const;
    const { logs } = await mined(await funder.multicallFunding({ calls }));
    expect(parseFundLogs({ logs, fundingPool })[0]?.args.amount).to.equal(9n);
    await expectError(other.multicallFunding({ calls }), FundingPoolPermitFailedError);
    await mined(await funder.permitFunding(permission));
    await mined(await funder.fund({ token: money, amount: 9n }));
    expect((await client.getPot({ round: 1n, token: money })).allotted).to.equal(18n);
  });

  it("getFundingPool says what the pool pays by", async function () {
    const { client, graph } = await networkHelpers.loadFixture(fundingFixture);
    const address = graph.address.toLowerCase();
    const { rounds, registry, unsettled, claimRounds } = await client.getFundingPool({});
    expect([rounds?.toLowerCase(), registry?.toLowerCase()]).to.deep.equal([address, address]);
    expect([unsettled, claimRounds]).to.deep.equal([1n, CLAIM_ROUNDS]);
    await graph.write.setUnsettled([0n]);
    expect((await client.getFundingPool({})).unsettled).to.equal(1n);
    const lone = await viem.deployContract("FundingPool", [graph.address, 1n]);
    const alone = client.extend(deepFundingActions({ markets: zeroAddress, fundingPool: lone.address }));
    expect(await alone.getFundingPool({})).to.deep.equal({
      rounds: undefined,
      registry: undefined,
      unsettled: undefined,
      claimRounds: 1n,
    });
  });
});

describe("SDK: getGraph", function () {
  it("reads all projects under the target, and what credit makes of them is what the pool pays", async function () {
    const { client, graph } = await networkHelpers.loadFixture(settledFixture);
    const found = await client.getGraph({ registry: graph.address, round: 1n });
    expect([found.target, found.unknown]).to.deep.equal([TARGET, UNKNOWN]);
    const names = ["target", "a", "b", "c", "x", "y", "shared"].map(node);
    expect([...found.nodes.keys()]).to.have.members(names);
    expect(found.open.size).to.equal(0);
    expect(found.nodes.get(node("b"))).to.deep.equal({
      originality: milli(376),
      children: [
        { node: node("y"), weight: milli(892) },
        { node: node("shared"), weight: milli(108) },
      ],
    });
    expect(credit(found).projects.get(node("shared"))?.share).to.equal(SHARED);
    expect(credit(found).unknown).to.equal(milli(100));
  });

  it("names what is not final, and stops there", async function () {
    const { client, graph } = await networkHelpers.loadFixture(settledFixture);
    await graph.write.setPending([1n, node("a"), true]);
    const found = await client.getGraph({ registry: graph.address, round: 1n });
    expect([...found.open]).to.deep.equal([node("a")]);
    expect(found.nodes.has(node("x"))).to.equal(false);
    const future = await client.getGraph({ registry: graph.address, round: 2n });
    expect([...future.open]).to.deep.equal([TARGET]);
    expect(planPulls({ graph: future, books: new Map() }).batches).to.deep.equal([]);
  });

  it("refuses a graph that is larger than expected", async function () {
    const { client, graph } = await networkHelpers.loadFixture(settledFixture);
    const parameters = { registry: graph.address, round: 1n };
    await expectError(getGraph(client, { ...parameters, maxDepth: 1 }), GraphTooLargeError);
    await expectError(getGraph(client, { ...parameters, maxNodes: 7 }), GraphTooLargeError);
    await getGraph(client, { ...parameters, maxDepth: 2, maxNodes: 8 });
  });
});

describe("SDK: money down and out", function () {
  it("pulls by the plan and pays the payee, in one transaction", async function () {
    const deployment = await networkHelpers.loadFixture(settledFixture);
    const { client, fundingPool, graph, mined, payee, other } = deployment;
    const round = { round: 1n, token: ETH } as const;
    const found = await client.getGraph({ registry: graph.address, round: 1n });
    const books = await client.getBooks({ ...round, graph: found });
    const plan = planPulls({ graph: found, books, projects: [node("shared")] });
    expect(plan.claimable.get(node("shared"))).to.equal(SHARED);

    const [edges = []] = plan.batches;
    const calls = [
      pullManyCall({ fundingPool, ...round, edges }),
      claimCall({ fundingPool, ...round, node: node("shared"), receiver: other.account.address }),
    ];
    const before = await client.getBalance({ address: other.account.address });
    const { logs } = await mined(await payee.multicallFunding({ calls }));
    expect(parsePullManyLogs({ logs, fundingPool })).to.have.length(4);
    expect(parseClaimLogs({ logs, fundingPool })[0]?.args.amount).to.equal(SHARED);
    expect((await client.getBalance({ address: other.account.address })) - before).to.equal(SHARED);

    // The rest, from where it stands now; nothing is left to pull then.
    const after = await client.getBooks({ ...round, graph: found });
    const rest = planPulls({ graph: found, books: after, gasPerBatch: 300_000n });
    expect(rest.batches.flat()).to.have.length(4);
    for (const batch of rest.batches) await mined(await other.pullMany({ ...round, edges: batch }));
    const last = await client.getBooks({ ...round, graph: found });
    expect(planPulls({ graph: found, books: last }).batches).to.deep.equal([]);
    for (const name of ["a", "b", "c", "x", "y", "shared"]) {
      const claimable = await client.getClaimable({ ...round, node: node(name) });
      expect(rest.claimable.get(node(name)) ?? 0n).to.equal(claimable);
    }
    expect((await client.getPot({ round: 2n, token: ETH })).allotted).to.equal(rest.returned);
  });

  it("pull moves one edge, getAccount has every term", async function () {
    const { client, fundingPool, mined, other } = await networkHelpers.loadFixture(settledFixture);
    const edge = { round: 1n, token: ETH, parent: TARGET, index: 0n } as const;
    const { logs } = await mined(await other.pull(edge));
    expect(parsePullLogs({ logs, fundingPool })[0]?.args).to.include({ child: node("a"), amount: milli(205) });
    expect(await client.getAccount({ round: 1n, token: ETH, node: node("a") })).to.deep.equal({
      received: milli(205),
      claimed: 0n,
      claimable: milli(82),
      pulled: 0n,
      pullable: milli(123),
      dust: 0n,
    });
  });

  it("claimFor and claimMany pay, others are refused with their reason", async function () {
    const { fundingPool, graph, mined, other, payee } = await networkHelpers.loadFixture(settledFixture);
    const claim = { round: 1n, token: ETH, node: node("a") } as const;
    await graph.write.setPayee([node("a"), payee.account.address]);
    await expectError(other.claimFor(claim), FundingPoolNothingToClaimError);
    await expectError(other.pull({ round: 2n, token: ETH, parent: TARGET, index: 0n }), FundingPoolNotSettledError);
    await mined(await other.pull({ round: 1n, token: ETH, parent: TARGET, index: 0n }));
    const receiver = other.account.address;
    await expectError(other.claim({ ...claim, receiver }), FundingPoolNotPayeeError);
    const { logs } = await mined(
      await payee.claimMany({ claims: [claim, { ...claim, node: node("shared") }], receiver }),
    );
    const paid = parseClaimManyLogs({ logs, fundingPool });
    expect(paid.map(({ args }) => [args.node, args.amount])).to.deep.equal([[node("a"), milli(82)]]);
    await expectError(other.claimFor(claim), FundingPoolNothingToClaimError);
  });

  it("sweep ends a round's claims when its time has come", async function () {
    const { client, fundingPool, graph, mined, other } = await networkHelpers.loadFixture(settledFixture);
    const round = { round: 1n, token: ETH } as const;
    await expectError(other.sweep(round), FundingPoolTooEarlyError);
    await graph.write.setUnsettled([4n]);
    const { logs } = await mined(await other.sweep(round));
    expect(parseSweepLogs({ logs, fundingPool })[0]?.args).to.include({ round: 1n, into: 4n, amount: WAD });
    expect((await client.getPot(round)).isSwept).to.equal(true);
    await expectError(other.pull({ ...round, parent: TARGET, index: 0n }), FundingPoolAlreadySweptError);
    await expectError(
      other.pull({ ...round, parent: numberToHex(1, { size: 32 }), index: 0n }),
      FundingPoolAlreadySweptError,
    );
  });
});
