import { expect } from "chai";
import { network } from "hardhat";
import {
  erc20Abi,
  getAddress,
  isAddressEqual,
  pad,
  parseEther,
  zeroAddress,
  zeroHash,
  type Address,
  type Hex,
} from "viem";

import { signAttestation, type Claimable, type GetRoundStatusReturnType } from "../../sdk/src/client/index.ts";
import { write } from "../../sdk/src/chain/write.ts";
import { buildJurorsTree } from "../../sdk/src/jury/index.ts";
import { computeMarket } from "../../sdk/src/math/ids.ts";
import { deployKept, keep, type Kept } from "../utils/keeper.ts";
import { nodeOf, TARGET, WAD } from "../utils/rounds.ts";
import { thousandths } from "../utils/settle.ts";

const connection = await network.create();
const { networkHelpers, viem } = connection;

const WEIGHTS = thousandths(100n, 200n, 300n, 400n);
const DEADLINE = 10n ** 12n;

async function fixture() {
  return deployKept(connection, { parameters: { openingPeriod: 4 * 86_400, openingKinds: 7 } });
}

/** What alice does in a round: everything that money can come back from. Each once, as soon as it is possible. */
function daysOf(d: Kept) {
  const { jurors, jury, mined, money, sponsor } = d;
  const account = sponsor.account.address;
  const tree = buildJurorsTree([{ juror: account, salt: pad("0x5") }]);
  const done = new Set<string>();
  const salt = pad("0x7");
  let seen = 0;

  const steps: Record<string, (round: bigint, market: bigint) => Promise<unknown>> = {
    commitJurors: async (round) => jury.connect(jurors).commitJurors(round, tree.root),
    proposeEdge: async () => {
      const edge = { project: "https://github.com/new/project", rate: 10n ** 16n, maxBond: parseEther("10000") };
      return mined(await sponsor.proposeEdge({ parent: TARGET, ...edge }));
    },
    fund: async () => {
      await mined(await sponsor.fund({ token: getAddress(await money.getAddress()), amount: parseEther("100") }));
      return mined(await sponsor.fundEth({ amount: parseEther("3") }));
    },
    commitBid: async (round, market) => {
      const weights = market === (await weightsOf(d, round)) ? await spread(d, market) : undefined;
      const bid = { market, budget: parseEther("50"), salt, weights: weights ?? [] };
      if (weights === undefined) return;
      await mined(await sponsor.commitBid({ ...bid, deposit: parseEther("60") }));
      // Bob will not reveal.
      await mined(await d.keeper.commitBid({ ...bid, weights }));
    },
    revealBid: async (round, market) => {
      if (market !== (await weightsOf(d, round))) return;
      const weights = await spread(d, market);
      await mined(await sponsor.revealBid({ market, bidder: account, budget: parseEther("50"), weights, salt }));
    },
    trade: async (round) => {
      const market = await sponsor.getRoundMarket({ round, kind: "originality", index: 0 });
      const selection = await sponsor.getSelection({ round, kind: "originality" });
      const amount = parseEther("10");
      await mined(await sponsor.splitPair({ market: selection.market, outcome: 0, amount, receiver: account }));
      const orders = [{ outcome: 0, short: false, amount: parseEther("3") }];
      await mined(await sponsor.trade({ market, orders, maxCost: amount, deadline: DEADLINE, receiver: account }));
    },
    requestAudit: async (round) => {
      await mined(await sponsor.requestAudit({ round, kind: "weight", index: 1, amount: parseEther("3") }));
      return mined(await sponsor.requestAudit({ round, kind: "weight", index: 2, amount: parseEther("5") }));
    },
    post: async (round, market) => {
      const { outcomes } = await sponsor.getSnapshot({ market });
      const payouts = Array.from({ length: outcomes }, (_, i) => (i === 0 ? 10n ** 18n : 0n));
      if (market === (await weightsOf(d, round))) {
        const comparisons = [{ a: 0, b: 1, winner: 0, multiplier: 2_000_000n }];
        const ballot = { round, market, juror: account, comparisons };
        const signature = await sponsor.signBallot({ ballot });
        await mined(await sponsor.publishBallot({ ballot, signature, ...tree.proofOf(account) }));
      }
      return jury.connect(jurors).post(market, payouts, zeroHash, "ipfs://evidence");
    },
  };

  return async ({ phase, round, tasks }: GetRoundStatusReturnType): Promise<void> => {
    const once = async (key: string, act: () => Promise<unknown>) => {
      if (done.has(key)) return;
      done.add(key);
      await act();
    };
    if (phase === "registration") await once("fund", async () => steps["fund"]?.(round, 0n));
    for (const { action, parameters } of tasks) {
      const market = (parameters["market"] ?? 0n) as bigint;
      const act = steps[action];
      // Trading needs the market of the seed, which the keeper opens.
      const isEarly = action === "trade" && !(await isOpen(d, round));
      if (act && !isEarly) await once(`${action} ${market}`, () => act(round, market));
    }
    if (phase === "trading" && done.has("trade 0") && seen++ === 0) await expectPairs(d);
  };
}

/** The registrar attests that alice maintains a project; two weeks later she does. */
async function appoint(
  { connection: { networkHelpers, viem }, contracts, mined, registrar, sponsor }: Kept,
  node: Hex,
) {
  const signer = await viem.getWalletClient(getAddress(registrar.address));
  const maintainer = sponsor.account.address;
  const registry = contracts.registry;
  const attestation = await signAttestation(signer, { registry, node, maintainer, deadline: DEADLINE });
  await mined(await sponsor.attest({ attestation }));
  await networkHelpers.time.increase(14 * 86_400);
}

/** Alice prepares an auction of her own that nobody will clear. */
async function ownAuction({ connection: { networkHelpers, viem }, contracts, mined, money, sponsor }: Kept) {
  const now = BigInt(await networkHelpers.time.latest());
  const params = {
    asset: getAddress(await money.getAddress()),
    assetId: 0n,
    resolver: sponsor.account.address,
    opener: contracts.openingAuction,
    outcomes: 2,
    closesAt: now + 9000n,
    twapWindow: 60n,
    feeRate: 0n,
    alpha: 0n,
    context: zeroHash,
  };
  await mined(await sponsor.createMarket({ params }));
  const chainId = await (await viem.getPublicClient()).getChainId();
  const market = computeMarket({ chainId, markets: contracts.markets, creator: sponsor.account.address, params });
  const terms = { context: zeroHash, prices: [WAD / 2n, WAD / 2n], b: parseEther("10"), opensAt: now + 8000n };
  await mined(await sponsor.prepareAuction({ market, ...terms }));
  return market;
}

async function weightsOf({ sponsor }: Kept, round: bigint): Promise<bigint> {
  return sponsor.getRoundMarket({ round, kind: "weight", index: 0 });
}

/** Weights for all outcomes: the new edge's is the last. */
async function spread({ sponsor }: Kept, market: bigint): Promise<readonly bigint[]> {
  const { outcomes } = await sponsor.getSnapshot({ market });
  return [...WEIGHTS, 0n].slice(0, outcomes);
}

async function isOpen({ sponsor }: Kept, round: bigint): Promise<boolean> {
  const market = await sponsor.getRoundMarket({ round, kind: "originality", index: 0 });
  return market !== 0n && (await sponsor.getSnapshot({ market })).pool !== undefined;
}

/** While she trades, what she has of the selection can be merged back; her bid can be claimed. */
async function expectPairs(d: Kept) {
  const found = await d.sponsor.getClaimables({ account: d.sponsor.account.address });
  const actions = found.map(({ action }) => action);
  expect(actions).to.include.members(["mergePair", "claimBid"]);
  const pair = found.find(({ action }) => action === "mergePair");
  const { assets } = await d.sponsor.getSnapshot({ market: pair?.market ?? 0n });
  const before = await networkHelpers.takeSnapshot();
  await take(d, pair);
  const after = await d.sponsor.getSnapshot({ market: pair?.market ?? 0n });
  expect(after.assets - assets).to.equal(pair?.amount);
  await before.restore();
}

/** Sends the calls of a claimable; returns what they cost in gas. */
async function take(
  { mined, sponsor }: Pick<Kept, "mined" | "sponsor">,
  entry: Claimable | undefined,
): Promise<bigint> {
  let gas = 0n;
  for (const call of entry?.calls ?? []) {
    const { gasUsed, effectiveGasPrice } = await mined(await write(sponsor, call));
    gas += gasUsed * effectiveGasPrice;
  }
  return gas;
}

async function balanceOf(token: Address, owner: Address): Promise<bigint> {
  const client = await viem.getPublicClient();
  if (isAddressEqual(token, zeroAddress)) return client.getBalance({ address: owner });
  return client.readContract({ address: token, abi: erc20Abi, functionName: "balanceOf", args: [owner] });
}

describe("The SDK's claimables", function () {
  it("should list all that comes back from a round, to the unit, until there is nothing left", async function () {
    const d = await networkHelpers.loadFixture(fixture);
    const { sponsor, mined } = d;
    const account = sponsor.account.address;
    await appoint(d, nodeOf("a"));
    const ids = [await ownAuction(d)];
    await mined(await sponsor.sponsor({ amount: parseEther("10000") }));
    const sent = await keep(d, daysOf(d));
    expect(sent).to.include.members(["distributeRewards", "collectAudit", "clearAuction", "settleTarget"]);
    await mined(await sponsor.sponsor({ amount: 77n }));

    const taken = new Set<string>();
    for (let left = await sponsor.getClaimables({ account, ids }); left.length > 0;) {
      const [entry] = left;
      if (entry === undefined) break;
      taken.add(entry.action);
      const before = await balanceOf(entry.token, account);
      const gas = await take(d, entry);
      const paid = (await balanceOf(entry.token, account)) - before + (entry.token === zeroAddress ? gas : 0n);
      expect(paid, entry.action).to.equal(entry.amount);
      for (const { id, amount } of entry.tokens) {
        expect((await sponsor.getBalances({ account, ids: [id] }))[0]).to.equal(amount);
      }
      left = await sponsor.getClaimables({ account, ids });
    }
    const lost = await d.keeper.getClaimables({ account: d.keeper.account.address });
    expect(lost.map(({ action, amount }) => [action, amount])).to.deep.equal([["withdrawBid", parseEther("25")]]);
    const [{ token } = { token: zeroAddress }] = lost;
    const before = await balanceOf(token, d.keeper.account.address);
    await take({ mined, sponsor: d.keeper }, lost[0]);
    expect((await balanceOf(token, d.keeper.account.address)) - before).to.equal(parseEther("25"));
    expect(taken).to.deep.equal(
      new Set([
        ...["redeemTo", "claimBid", "refundAuction", "withdraw", "withdrawBonds", "unsponsor"],
        ...["withdrawSponsorship", "claim"],
      ]),
    );
  });
});
