import { expect } from "chai";
import { network } from "hardhat";
import type { TransactionReceipt } from "viem";

import { memoryJournal, type Journal } from "../../sdk/src/delivery/index.ts";
import { BaseError } from "../../sdk/src/errors/BaseError.ts";
import { DeliveryInterruptedError } from "../../sdk/src/errors/delivery.ts";
import { claimScene, KEY, postScene, tradeScene, type Run, type Scene } from "../utils/drills.ts";
import { Died, faultyClient, faultyProvider, reorganisable, type FaultPlan } from "../utils/faultyTransport.ts";

// A transaction that reverts is mined like any other, as on a public chain.
const connection = await network.create({ override: { throwOnTransactionFailures: false } });
const { networkHelpers, viem } = connection;

/** Looks at the chain without waiting in between. */
const QUICK = { attempts: 3, pollingInterval: 0, timeout: 20_000 } as const;
/** Gives up at the first failure. */
const ONCE = { ...QUICK, attempts: 1 } as const;

async function tradeFixture() {
  return tradeScene(connection, "here");
}

async function walletTradeFixture() {
  return tradeScene(connection, "in a wallet");
}

async function claimFixture() {
  return claimScene(connection, "here");
}

async function walletClaimFixture() {
  return claimScene(connection, "in a wallet");
}

async function postFixture() {
  return postScene(connection);
}

const SCENES: readonly (readonly [string, () => Promise<Scene>])[] = [
  ["trade", tradeFixture],
  ["trade of a wallet", walletTradeFixture],
  ["claim", claimFixture],
  ["claim of a wallet", walletClaimFixture],
  ["post", postFixture],
];

/** One run, which may fail with an error of this package or die, and what it left. */
async function attempt(scene: Scene, run: Run, plan?: FaultPlan) {
  const provider = faultyProvider(await reorganisable(connection.provider), plan);
  const client = faultyClient(provider, scene.account);
  const result: TransactionReceipt | Error = await scene.run(client, run).catch((error: unknown) => error as Error);
  if (!(result instanceof Error)) return { provider, receipt: result, error: undefined };
  if (!(result instanceof BaseError) && !hasDied(result)) throw result;
  return { provider, receipt: undefined, error: result };
}

function hasDied(error: unknown): boolean {
  return error instanceof Died || (error instanceof Error && hasDied(error.cause));
}

async function nonceOf({ account }: Scene): Promise<number> {
  return (await viem.getPublicClient()).getTransactionCount({ address: account.address });
}

/** Runs it again on a healthy RPC, twice: what must hold at the end, however it came to that. */
async function expectOnce(scene: Scene, journal: Journal, before: number, expected: readonly unknown[]): Promise<void> {
  const written = await journal.read(KEY);
  const { receipt } = await attempt(scene, { ...QUICK, journal });
  expect(receipt?.status).to.equal("success");
  expect(await scene.effects()).to.deep.equal(expected);
  expect(await nonceOf(scene), "transactions sent").to.equal(before + 1);
  const entry = await journal.read(KEY);
  expect(entry?.hash).to.equal(receipt?.transactionHash);
  if (written?.signed !== undefined) expect(entry?.hash).to.equal(written.hash);

  const again = await attempt(scene, { ...QUICK, journal });
  expect(again.receipt?.transactionHash).to.equal(receipt?.transactionHash);
  expect(again.provider.requests.filter((method) => method.startsWith("eth_send"))).to.deep.equal([]);
  expect(await scene.effects()).to.deep.equal(expected);
}

type Manner = Pick<FaultPlan, "fault" | "dies"> & {
  /** A run before, which dies of this. */
  readonly after?: FaultPlan;
  readonly run: typeof QUICK | typeof ONCE;
  /** All of the first `at` requests fail, for `at` up to this; without it one request fails at a time. */
  readonly inARow?: number;
  /** Checks what the run that met the fault came to. */
  readonly check?: (result: Awaited<ReturnType<typeof attempt>>, where: string) => void;
};

/** Fails at one position after the other, until a run is over before its turn comes. */
async function drill(fixture: () => Promise<Scene>, { run, check, after, inARow, ...plan }: Manner): Promise<void> {
  const start = async () => {
    const scene = await networkHelpers.loadFixture(fixture);
    const before = await nonceOf(scene);
    const journal = memoryJournal();
    if (after) expect(hasDied((await attempt(scene, { ...run, journal }, after)).error)).to.equal(true);
    return { scene, before, journal };
  };

  const { scene: untouched, journal: reference } = await start();
  const { provider, receipt } = await attempt(untouched, { ...QUICK, journal: reference });
  expect(receipt?.status).to.equal("success");
  const expected = await untouched.effects();
  for (let at = 1; at <= (inARow ?? Infinity); ++at) {
    const { scene, before, journal } = await start();
    const from = inARow === undefined ? at : 1;
    const result = await attempt(scene, { ...run, journal }, { at, from, ...plan });
    if (!result.provider.hasFailed()) {
      expect(at).to.be.greaterThan(provider.requests.length);
      return;
    }
    const where = `${plan.fault} at ${at}, ${result.provider.requests[at - 1]}`;
    check?.(result, where);
    await expectOnce(scene, journal, before, expected).catch((error: unknown) => {
      throw new Error(`${where}: ${String(error)}; first ${String(result.error)}`, { cause: error });
    });
  }
}

const isWallet = (name: string) => name.endsWith("wallet");

for (const [name, fixture] of SCENES) {
  describe(`A ${name} whose RPC fails at each of its calls in turn`, function () {
    for (const fault of ["timeout", "dropped"] as const) {
      it(`${fault}: says that it was interrupted, and can be run again`, async function () {
        const check: Manner["check"] = ({ error }, where) => {
          // Without this one viem computes the fees from the newest block.
          if (where.endsWith("eth_maxPriorityFeePerGas")) expect(error, where).to.equal(undefined);
          else expect(error, where).to.be.instanceOf(DeliveryInterruptedError);
        };
        await drill(fixture, { fault, run: ONCE, check });
      });

      it(`${fault}, and the process dies: the next one goes on`, async function () {
        const check: Manner["check"] = ({ error }, where) => expect(hasDied(error), where).to.equal(true);
        await drill(fixture, { fault, dies: true, run: ONCE, check });
      });

      it(`${fault}: goes on by itself where a request may be repeated`, async function () {
        const check: Manner["check"] = ({ error, provider }, where) => {
          const asked = isWallet(name) && provider.requests.at(-1) === "eth_sendTransaction";
          expect(error !== undefined, where).to.equal(asked);
        };
        await drill(fixture, { fault, run: QUICK, check });
      });
    }

    it("old: an answer from an older block at worst refuses to start", async function () {
      await drill(fixture, { fault: "old", run: QUICK });
    });

    it("old, for a while, after it was sent: it is not sent under another nonce", async function () {
      const method = isWallet(name) ? "eth_sendTransaction" : "eth_sendRawTransaction";
      const after = { fault: "dropped", method, at: 1, dies: true } as const;
      await drill(fixture, { after, fault: "old", inARow: 30, run: QUICK });
    });

    it("reorganised: what a reorganisation takes away is sent again", async function () {
      const check: Manner["check"] = ({ error }, where) => expect(error, where).to.equal(undefined);
      await drill(fixture, { fault: "reorganised", run: QUICK, check });
    });

    for (const first of ["timeout", "dropped", "reorganised"] as const) {
      it(`${first} as it is sent, and the next run fails in every way at each of its calls`, async function () {
        const method = isWallet(name) ? "eth_sendTransaction" : "eth_sendRawTransaction";
        const after = { fault: first, method, at: 1, dies: true } as const;
        for (const fault of ["timeout", "dropped", "old", "reorganised"] as const) {
          await drill(fixture, { after, fault, run: ONCE });
        }
      });
    }

    it("reorganised, and the process dies: the next one sends it again", async function () {
      await drill(fixture, { fault: "reorganised", dies: true, run: ONCE });
    });
  });
}
