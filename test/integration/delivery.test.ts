import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { network } from "hardhat";
import { TimeoutError, zeroHash, type Hex } from "viem";

import { tradeCall } from "../../sdk/src/client/index.ts";
import { fileJournal } from "../../sdk/src/delivery/fileJournal.ts";
import { deliver, deliverSafeTransaction, memoryJournal } from "../../sdk/src/delivery/index.ts";
import { ERC20InsufficientAllowanceError, MarketsExpiredError } from "../../sdk/src/errors/contracts/index.ts";
import {
  DeliveryInterruptedError,
  DeliveryKeyError,
  DeliveryNonceTakenError,
  DeliveryPendingError,
  DeliveryRevertedError,
  JournalEntryError,
  RpcBehindError,
} from "../../sdk/src/errors/delivery.ts";
import { SafeExecutionFailedError, SafeNonceError, SafeThresholdError } from "../../sdk/src/errors/safe.ts";
import { executeSafeTransaction, signSafeTransaction } from "../../sdk/src/safe/index.ts";
import { BOUGHT, KEY, postScene, SIGNER, tradeScene, type Scene } from "../utils/drills.ts";
import { expectError } from "../utils/errors.ts";
import { faultyClient, faultyProvider, reorganisable, type FaultPlan } from "../utils/faultyTransport.ts";
import { weights } from "../utils/jury.ts";

const connection = await network.create({ override: { throwOnTransactionFailures: false } });
const { networkHelpers, provider, viem } = connection;
const { time } = networkHelpers;

const QUICK = { attempts: 3, pollingInterval: 0, timeout: 20_000 } as const;
/** Looks once more, then the time is up. */
const IMPATIENT = { ...QUICK, timeout: 0 } as const;
const SEND = "eth_sendRawTransaction";

async function tradeFixture() {
  return tradeScene(connection, "here");
}

async function walletFixture() {
  return tradeScene(connection, "in a wallet");
}

async function postFixture() {
  return postScene(connection);
}

/** A client of a scene's account, over a provider that fails by plan. */
async function clientOf({ account }: Scene, plan?: FaultPlan) {
  const faulty = faultyProvider(await reorganisable(provider), plan);
  return { client: faultyClient(faulty, account), faulty };
}

/** A run that was interrupted as it sent; the chain has the transaction or not. */
async function interrupted(scene: Scene, fault: "timeout" | "dropped") {
  const journal = memoryJournal();
  const method = scene.account.type === "local" ? SEND : "eth_sendTransaction";
  const { client } = await clientOf(scene, { fault, method, at: 1, dies: true });
  await expectError(scene.run(client, { ...QUICK, journal }), Error);
  const entry = await journal.read(KEY);
  if (!entry) throw new Error("Nothing was written before it was sent.");
  return { entry, journal };
}

async function withoutAutomine(work: () => Promise<void>): Promise<void> {
  await provider.request({ method: "evm_setAutomine", params: [false] });
  try {
    await work();
  } finally {
    await provider.request({ method: "evm_setAutomine", params: [true] });
  }
}

describe("deliver", function () {
  it("waits for confirmations, and starts over when a reorganisation takes the receipt away", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const chain = await reorganisable(provider);
    const faulty = faultyProvider(chain, { fault: "reorganised", method: "eth_getTransactionReceipt", at: 1 });
    const request: typeof faulty.request = async (each) => {
      if (each.method === "eth_blockNumber") await networkHelpers.mine();
      return faulty.request(each);
    };
    const client = faultyClient({ request }, scene.account);
    const { blockNumber } = await scene.run(client, { ...QUICK, journal: memoryJournal(), confirmations: 4 });
    expect(faulty.requests.filter((method) => method === SEND)).to.have.length(2);
    const head = await (await viem.getPublicClient()).getBlockNumber({ cacheTime: 0 });
    expect(head - blockNumber + 1n).to.equal(4n);
    expect((await scene.effects())[0]).to.equal(1);
  });

  it("sends the same bytes again when a receipt that it has returned is gone", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const chain = await reorganisable(provider);
    const journal = memoryJournal();
    const { client } = await clientOf(scene);
    const first = await scene.run(client, { ...QUICK, journal });
    await chain.reorganise();
    expect((await scene.effects())[0]).to.equal(0);
    const second = await scene.run(client, { ...QUICK, journal });
    expect(second.transactionHash).to.equal(first.transactionHash);
    expect(second.blockHash).to.not.equal(first.blockHash);
    expect((await scene.effects())[0]).to.equal(1);
  });

  it("names the transaction that has used its nonce", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const { entry, journal } = await interrupted(scene, "timeout");
    const { client } = await clientOf(scene);
    await networkHelpers.mine(5);
    const takenBy = await client.sendTransaction({ to: SIGNER.address });
    await networkHelpers.mine(6);
    const error = await expectError(scene.run(client, { ...QUICK, journal }), DeliveryNonceTakenError);
    expect([error.takenBy, error.nonce, error.account]).to.deep.equal([takenBy, entry.nonce, entry.from]);
    expect((await scene.effects())[0]).to.equal(0);
  });

  it("recognises its call when the user has given it other fees in the wallet", async function () {
    const scene = await networkHelpers.loadFixture(walletFixture);
    const { entry, journal } = await interrupted(scene, "timeout");
    const { client } = await clientOf(scene);
    const { to, data, nonce } = entry;
    const hash = await client.sendTransaction({ to, data, nonce, maxPriorityFeePerGas: 7n * 10n ** 9n });
    await networkHelpers.mine(3);
    const receipt = await scene.run(client, { ...QUICK, journal });
    expect(receipt.transactionHash).to.equal(hash);
    expect((await journal.read(KEY))?.hash).to.equal(hash);
    expect((await scene.effects()).slice(0, 2)).to.deep.equal([1, [BOUGHT]]);
  });

  it("does not take its own transaction for another's when the RPC has forgotten the block", async function () {
    const scene = await networkHelpers.loadFixture(walletFixture);
    const { entry, journal } = await interrupted(scene, "dropped");
    const faulty = faultyProvider(await reorganisable(provider));
    const request: typeof faulty.request = async (each) => {
      const isOld = each.method === "eth_getTransactionCount" && each.params?.[1] !== "latest";
      if (isOld) throw Object.assign(new Error("missing trie node"), { code: -32000 });
      return faulty.request(each);
    };
    const pruned = faultyClient({ request }, scene.account);
    const error = await expectError(scene.run(pruned, { ...QUICK, journal }), DeliveryNonceTakenError);
    expect([error.takenBy, entry.hash]).to.deep.equal([undefined, undefined]);
    await scene.run((await clientOf(scene)).client, { ...QUICK, journal });
    expect((await scene.effects())[0]).to.equal(1);
  });

  it("given an RPC that refuses a transaction which it has passed on, does not make another", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const faulty = faultyProvider(await reorganisable(provider));
    const request: typeof faulty.request = async (each) => {
      if (each.method === SEND) await provider.request(each);
      return faulty.request(each);
    };
    const client = faultyClient({ request }, scene.account);
    await scene.run(client, { ...QUICK, journal: memoryJournal() });
    expect(faulty.requests.filter((method) => method === SEND)).to.have.length(1);
    expect((await scene.effects())[0]).to.equal(1);
  });

  it("given a nonce from a block long ago, finds that it is used and makes another transaction", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const { client: busy } = await clientOf(scene);
    for (let sent = 0; sent < 3; ++sent) await busy.sendTransaction({ to: SIGNER.address });
    for (let mined = 0; mined < 9; ++mined) await networkHelpers.mine(); // at once they would have no state of their own
    const faulty = faultyProvider(await reorganisable(provider));
    let isFirst = true;
    const request: typeof faulty.request = (each) => {
      const isNonce = each.method === "eth_getTransactionCount" && isFirst;
      if (isNonce) isFirst = false;
      return isNonce ? Promise.resolve("0x1") : faulty.request(each);
    };
    const journal = memoryJournal();
    await scene.run(faultyClient({ request }, scene.account), { ...QUICK, journal });
    expect((await journal.read(KEY))?.nonce).to.equal(4);
    expect((await scene.effects())[0]).to.equal(1);
  });

  it("says that its transaction was mined and reverted, and does not send another", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const { journal } = await interrupted(scene, "timeout");
    await time.increaseTo(scene.deadline + 1n);
    const { client, faulty } = await clientOf(scene);
    const { receipt } = await expectError(scene.run(client, { ...QUICK, journal }), DeliveryRevertedError);
    await expectError(scene.run(client, { ...QUICK, journal }), DeliveryRevertedError);
    expect(receipt.status).to.equal("reverted");
    expect(faulty.requests.filter((method) => method === SEND)).to.have.length(1);
    await expectError(deliver(client, { ...QUICK, journal, key: "anew", call: scene.call }), MarketsExpiredError);
  });

  it("waits for an RPC that is behind what was seen, and then says so instead of deciding", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const { entry, journal } = await interrupted(scene, "dropped");
    await journal.update(KEY, { ...entry, seen: entry.seen + 10n });
    const { client, faulty } = await clientOf(scene);
    const { head, seen } = await expectError(scene.run(client, { ...IMPATIENT, journal }), RpcBehindError);
    expect([head, seen]).to.deep.equal([entry.seen + 1n, entry.seen + 10n]);
    expect(faulty.requests).to.deep.equal(["eth_chainId", "eth_blockNumber"]);
    await networkHelpers.mine(9);
    expect((await scene.run(client, { ...IMPATIENT, journal })).transactionHash).to.equal(entry.hash);
  });

  for (const fixture of [tradeFixture, walletFixture]) {
    it(`stops waiting for what is not mined, and goes on waiting in the next run (${fixture.name})`, async function () {
      const scene = await networkHelpers.loadFixture(fixture);
      const { client, faulty } = await clientOf(scene);
      const journal = memoryJournal();
      await withoutAutomine(async () => {
        for (let run = 0; run < 3; ++run) {
          await expectError(scene.run(client, { ...IMPATIENT, journal }), DeliveryPendingError);
        }
      });
      await networkHelpers.mine();
      await scene.run(client, { ...IMPATIENT, journal });
      expect(faulty.requests.filter((method) => method.startsWith("eth_send"))).to.have.length(1);
      expect((await scene.effects())[0]).to.equal(1);
    });
  }

  it("given a node that knows of no transaction and one that has it already, does not mind", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const journal = memoryJournal();
    await withoutAutomine(async () => {
      const { client } = await clientOf(scene);
      await expectError(scene.run(client, { ...IMPATIENT, journal }), DeliveryPendingError);
      const other = await clientOf(scene, { fault: "old", method: "eth_getTransactionByHash", at: 1 });
      await expectError(scene.run(other.client, { ...IMPATIENT, journal }), DeliveryPendingError);
      expect(other.faulty.requests).to.include(SEND);
    });
    await networkHelpers.mine();
    await scene.run((await clientOf(scene)).client, { ...QUICK, journal });
    expect((await scene.effects())[0]).to.equal(1);
  });

  it("asks a dead RPC as often as it was told to", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const { client, faulty } = await clientOf(scene, { fault: "timeout", at: 1 });
    await scene.run(client, { ...QUICK, journal: memoryJournal() });
    expect(faulty.requests.slice(0, 3)).to.deep.equal(["eth_chainId", "eth_chainId", "eth_blockNumber"]);

    let asked = 0;
    const request = () => {
      ++asked;
      return Promise.reject(new TimeoutError({ body: {}, url: "dead" }));
    };
    const dead = faultyClient({ request }, scene.account);
    const error = await expectError(scene.run(dead, { ...QUICK, journal: memoryJournal() }), DeliveryInterruptedError);
    expect([asked, error.hash]).to.deep.equal([3, undefined]);
  });

  it("given a call that would revert, fails with the contract's error and writes nothing", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const other = (await viem.getWalletClients())[8];
    if (!other) throw new Error("The network has too few accounts.");
    const journal = memoryJournal();
    const call = scene.call;
    await expectError(deliver(other, { ...QUICK, journal, key: KEY, call }), ERC20InsufficientAllowanceError);
    expect(await journal.read(KEY)).to.equal(undefined);
  });

  it("refuses a key that stands for another call or account, whatever the RPC says", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const { client } = await clientOf(scene);
    const journal = memoryJournal();
    await scene.run(client, { ...QUICK, journal });
    const [market, , maxCost, deadline, receiver] = scene.call.args;
    const orders = [{ outcome: 2, short: false, amount: 1n }];
    const call = tradeCall({ markets: scene.call.address, market, orders, maxCost, deadline, receiver });
    const wrongCall = await expectError(deliver(client, { ...QUICK, journal, key: KEY, call }), DeliveryKeyError);
    const [other] = await viem.getWalletClients();
    if (!other) throw new Error("The network has too few accounts.");
    const wrongAccount = await expectError(scene.run(other, { ...QUICK, journal }), DeliveryKeyError);
    const entry = await journal.read(KEY);
    if (entry) await journal.update(KEY, { ...entry, chainId: 1 });
    const wrongChain = await expectError(scene.run(client, { ...QUICK, journal }), DeliveryKeyError);
    expect([wrongCall, wrongAccount, wrongChain].map(({ differs }) => differs)).to.deep.equal([
      "call",
      "account",
      "chain",
    ]);
  });

  it("computes a call that is a function only if nothing was sent yet", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const { client } = await clientOf(scene);
    const journal = memoryJournal();
    let computed = 0;
    const call = () => {
      ++computed;
      return scene.call;
    };
    for (let run = 0; run < 2; ++run) await deliver(client, { ...QUICK, journal, key: KEY, call });
    expect(computed).to.equal(1);
    expect((await scene.effects())[0]).to.equal(1);
  });

  it("run by two at the same time, sends once", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const journal = memoryJournal();
    const clients = [await clientOf(scene), await clientOf(scene)];
    const receipts = await Promise.all(clients.map(({ client }) => scene.run(client, { ...QUICK, journal })));
    expect(new Set(receipts.map(({ transactionHash }) => transactionHash)).size).to.equal(1);
    expect((await scene.effects())[0]).to.equal(1);
  });
});

describe("fileJournal", function () {
  let folder: string;

  beforeEach(async function () {
    folder = await mkdtemp(join(tmpdir(), "deliveries-"));
  });

  afterEach(async function () {
    await rm(folder, { recursive: true });
  });

  it("lets another process go on where one has died", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const { client } = await clientOf(scene, { fault: "dropped", method: SEND, at: 1, dies: true });
    const within = join(folder, "not", "there");
    await expectError(scene.run(client, { ...QUICK, journal: fileJournal(within) }), Error);
    expect(await readdir(within)).to.deep.equal([`${encodeURIComponent(KEY)}.json`]);
    const healthy = await clientOf(scene);
    const { transactionHash } = await scene.run(healthy.client, { ...QUICK, journal: fileJournal(within) });
    expect(healthy.faulty.requests).to.not.include(SEND);
    expect((await fileJournal(within).read(KEY))?.hash).to.equal(transactionHash);
    expect((await scene.effects())[0]).to.equal(1);
  });

  it("keeps the first of two entries, and every number", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const { entry } = await interrupted(scene, "timeout");
    const [first, second] = [fileJournal(folder), fileJournal(folder)];
    const key = "../a key/with: signs";
    expect(await first.read(key)).to.equal(undefined);
    const created = await Promise.all([first.create(key, entry), second.create(key, { ...entry, nonce: 99 })]);
    expect(created[0]).to.deep.equal(created[1]);
    expect([entry.nonce, 99]).to.include(created[0].nonce);
    await second.update(key, { ...entry, value: 2n ** 200n });
    expect(await first.read(key)).to.deep.equal({ ...entry, value: 2n ** 200n });
    expect(await readdir(folder)).to.have.length(1);
  });

  it("sends nothing when an entry cannot be read", async function () {
    const scene = await networkHelpers.loadFixture(tradeFixture);
    const { client, faulty } = await clientOf(scene);
    for (const content of ["", "{}", '{"value":"1","gas":"1","preparedAt":"1","seen":"1"}']) {
      await writeFile(join(folder, `${encodeURIComponent(KEY)}.json`), content);
      await expectError(scene.run(client, { ...QUICK, journal: fileJournal(folder) }), JournalEntryError);
    }
    expect(faulty.requests).to.deep.equal([]);
  });
});

describe("deliverSafeTransaction", function () {
  it("given that another has executed it, returns that receipt and sends nothing", async function () {
    const scene = await networkHelpers.loadFixture(postFixture);
    const [other] = await viem.getWalletClients();
    if (!other) throw new Error("The network has too few accounts.");
    const hash = await executeSafeTransaction(other, scene.signed);
    const { client, faulty } = await clientOf(scene);
    const receipt = await scene.run(client, { ...QUICK, journal: memoryJournal() });
    expect(receipt.transactionHash).to.equal(hash);
    expect(faulty.requests.filter((method) => method.startsWith("eth_send"))).to.deep.equal([]);
  });

  it("given that another was faster, returns that receipt although its own transaction reverted", async function () {
    const scene = await networkHelpers.loadFixture(postFixture);
    const { journal } = await interrupted(scene, "timeout");
    const [other] = await viem.getWalletClients();
    if (!other) throw new Error("The network has too few accounts.");
    const faulty = faultyProvider(await reorganisable(provider));
    let hash: Hex = zeroHash;
    const request: typeof faulty.request = async (each) => {
      if (each.method === SEND) hash = await executeSafeTransaction(other, scene.signed);
      return faulty.request(each);
    };
    const receipt = await scene.run(faultyClient({ request }, scene.account), { ...QUICK, journal });
    expect(receipt.transactionHash).to.equal(hash);
    expect((await scene.effects()).slice(0, 2)).to.deep.equal([1, 1n]);
  });

  it("given that another transaction has the Safe's nonce, says so", async function () {
    const scene = await networkHelpers.loadFixture(postFixture);
    const [other] = await viem.getWalletClients();
    if (!other) throw new Error("The network has too few accounts.");
    await executeSafeTransaction(other, await scene.sign(weights(3, 1)));
    const { client, faulty } = await clientOf(scene);
    await expectError(scene.run(client, { ...QUICK, journal: memoryJournal() }), SafeNonceError);
    expect(faulty.requests).to.not.include(SEND);
  });

  it("given too few signatures, sends nothing", async function () {
    const scene = await networkHelpers.loadFixture(postFixture);
    const { client } = await clientOf(scene);
    const journal = memoryJournal();
    const signatures = scene.signed.signatures.slice(0, 2);
    const parameters = { ...QUICK, ...scene.signed, signatures, journal, key: KEY };
    await expectError(deliverSafeTransaction(client, parameters), SafeThresholdError);
    expect(await journal.read(KEY)).to.equal(undefined);
  });

  it("given a call that fails inside the Safe, says so in every run", async function () {
    const scene = await networkHelpers.loadFixture(postFixture);
    const { safe, transaction, signatures } = scene.signed;
    // With gas of its own a call may fail without reverting the whole, and uses up the nonce.
    const failing = { ...transaction, data: "0xdeadbeef", safeTxGas: 100_000n } as const;
    const wallets = await Promise.all(signatures.map(({ signer }) => viem.getWalletClient(signer)));
    const signed = await Promise.all(
      wallets.map((wallet) => signSafeTransaction(wallet, { safe, transaction: failing })),
    );
    const { client, faulty } = await clientOf(scene);
    const parameters = { ...QUICK, safe, transaction: failing, signatures: signed, journal: memoryJournal(), key: KEY };
    const { hash } = await expectError(deliverSafeTransaction(client, parameters), SafeExecutionFailedError);
    const again = await expectError(deliverSafeTransaction(client, parameters), SafeExecutionFailedError);
    expect(again.hash).to.equal(hash);
    expect(faulty.requests.filter((method) => method === SEND)).to.have.length(1);
  });
});
