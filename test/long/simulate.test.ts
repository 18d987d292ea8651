import { expect } from "chai";
import fc from "fast-check";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEther } from "viem";

import { openAccount, worthAt } from "../../scripts/simulate/account.ts";
import { clearAuction } from "../../scripts/simulate/auction.ts";
import { ImpossibleSwapError, buyLong, sellLong, spotOf } from "../../scripts/simulate/constantProduct.ts";
import { copyEach } from "../../scripts/simulate/copying.ts";
import { capitalOf, costOf, createWorlds, playWorld, profitsOf } from "../../scripts/simulate/economy.ts";
import { MECHANISMS } from "../../scripts/simulate/mechanisms.ts";
import { MODES, compareModes, play } from "../../scripts/simulate/opening.ts";
import { planProduct } from "../../scripts/simulate/productPlan.ts";
import { ProductVenue } from "../../scripts/simulate/productVenue.ts";
import { randomOrders } from "../../scripts/simulate/random.ts";
import { openByAuction, settingOf } from "../../scripts/simulate/setting.ts";
import { pullOf } from "../../scripts/simulate/statistics.ts";
import { measureTwapCosts } from "../../scripts/simulate/twapCost.ts";
import { readRound } from "../../scripts/utils/round.ts";
import { WAD, floorWeights } from "../../sdk/src/math/index.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const SAMPLE = join(ROOT, "examples", "own-dependencies");
/** Less than a unit for each token, trade and payment. */
const DUST = 10_000n;

const setting = settingOf(await readRound(SAMPLE), parseEther("200"), parseEther("200"));
const orders = randomOrders(setting.traders.length, 4, 5);

/** What the command writes of the attempt to copy a sealed bid; amounts as strings. */
type Numbers = {
  readonly opening: {
    readonly attempt: {
      readonly victim: string;
      readonly tries: readonly { readonly error: string }[];
      readonly deposit: string;
      readonly lost: string;
      readonly prices: readonly string[];
      readonly sets: string;
    };
  };
};

/** Chai's own `closeTo` wants integers here. */
function expectClose(actual: number, expected: number, tolerance: number, message?: string): void {
  expect(Math.abs(actual - expected) <= tolerance, `${message ?? ""} ${actual} is not ${expected}`).to.equal(true);
}

function simulate(...parameters: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const script = join("scripts", "simulate.ts");
    execFile(process.execPath, [script, ...parameters], { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}

describe("Simulation of the opening", function () {
  it("given a seed, it should come to the same again, and to something else with another", function () {
    const once = compareModes("all", setting, 3, 7);
    expect(compareModes("all", setting, 3, 7)).to.deep.equal(once);
    // Six orders of three traders: not all seeds differ in three of them, these do.
    expect(compareModes("all", setting, 3, 8)).to.not.deep.equal(once);
  });

  it("OA-7 given any order, the auction should open at the same prices and give everybody the same", function () {
    const [first, ...others] = orders.map((order) => openByAuction(setting, order));
    for (const opened of others) {
      expect(opened.venue.weights()).to.deep.equal(first?.venue.weights());
      expect(opened.accounts).to.deep.equal(first?.accounts);
    }
    const { modes } = compareModes("all", setting, 4, 5);
    const errorOf = (mode: string) => modes.find((one) => one.mode === mode)?.error;
    expect(errorOf("auction alone")?.sd).to.equal(0);
    expect((errorOf("pool, one visit each")?.sd ?? 0) > 0.01).to.equal(true);
  });

  it("OA-8, OA-10 given any mode, sponsor and traders should get what was paid in, but for dust", function () {
    for (const mode of MODES) {
      for (const order of orders) {
        const { cost, profits, dust } = play(setting, mode, order);
        expect(cost - profits.reduce((sum, profit) => sum + profit, 0n), mode.name).to.equal(dust);
        expect(dust, mode.name).to.satisfy((units: bigint) => units >= 0n && units < DUST);
      }
    }
  });

  it("given no bids, the auction should open at the base rates, and below the floor at the floor", function () {
    const { prices, sets } = clearAuction(setting.rates, setting.b, []);
    expect(prices).to.deep.equal(setting.rates);
    expect(sets).to.satisfy((units: bigint) => units <= setting.b && units > setting.b - DUST);
    const far = [WAD - 1n, 1n];
    const { prices: floored } = clearAuction(far, WAD, []);
    expect(floored[1]).to.satisfy((price: bigint) => price > 9_974_000_000_000n);
    expect(floored[0]).to.equal(WAD - (floored[1] ?? 0n));
  });

  it("given a copier who is first, the copied should earn less than alone, and the copier what it earned", function () {
    const copied = copyEach(setting);
    expect(copied).to.have.length.above(0);
    for (const { alone, frontRun, sandwich, follow } of copied) {
      expect(frontRun.copier).to.equal(alone);
      expect(frontRun.victim).to.satisfy((profit: bigint) => profit < alone / 2n);
      expect(follow.copier).to.equal(frontRun.victim);
      expect(sandwich.copier).to.satisfy((profit: bigint) => profit > 0n);
      expect(sandwich.victim).to.satisfy((profit: bigint) => profit < alone);
    }
  });
});

describe("Simulation of the economy", function () {
  const [world] = createWorlds(setting.rates, setting.answer, 1, 3);
  if (!world) throw new Error("One world was asked for.");

  for (const mechanism of MECHANISMS) {
    it(`given ${mechanism.name}, it should conserve money and come to the same for a seed`, function () {
      const played = playWorld(world, mechanism, capitalOf(0.5), false);
      const profits = profitsOf(played, world).reduce((sum, profit) => sum + profit, 0n);
      const dust = costOf(played, world.answer) - profits;
      expect(dust).to.satisfy((units: bigint) => units >= 0n && units < DUST);
      const again = playWorld(world, mechanism, capitalOf(0.5), false);
      expect(again.venue.weights()).to.deep.equal(played.venue.weights());
      expect(played.venue.weights()).to.not.deep.equal(world.rates);
    });
  }

  it("given a weight that should be reached, a raise should reach it", function () {
    for (const mechanism of MECHANISMS) {
      const { venue } = mechanism.open(setting.rates, capitalOf(1), world.crowd);
      const target = Number(venue.weights()[3]) / 1e18 + 0.05;
      const account = venue.copy().raise(openAccount(0n, setting.rates.length), 3, target);
      expect(account.money, mechanism.name).to.satisfy((money: bigint) => money < 0n);
      const before = venue.weights();
      venue.raise(openAccount(0n, setting.rates.length), 3, target);
      expectClose(Number(venue.weights()[3]) / 1e18, target, 1e-9, mechanism.name);
      expect(before).to.not.deep.equal(venue.weights());
    }
  });

  it("MK-21 given no answer, moving a TWAP by a point should cost b KL + fee and move it by a point", function () {
    for (const { closedForm, simulated, gained, answered } of measureTwapCosts(setting.rates)) {
      expectClose(simulated / closedForm, 1, 1e-9);
      expectClose(gained, 1, 1e-6);
      expect(answered.cost / answered.gained > closedForm).to.equal(true);
    }
  });

  it("the pull should be 1 at the opening and 0 at the answer", function () {
    expectClose(pullOf(setting.answer, setting.rates, setting.rates), 1, 1e-12);
    expectClose(pullOf(setting.answer, setting.rates, setting.answer), 0, 1e-12);
  });
});

describe("The constant-product twin", function () {
  const units = (least: bigint, most: bigint) => fc.bigInt({ min: least, max: most });
  const pools = fc.record({
    money: units(1n, 10n ** 24n),
    long: units(2n, 10n ** 24n),
    feeRate: fc.constantFrom(0n, 300_000n, 5_000_000n),
  });

  it("no swap should lower the product", function () {
    fc.assert(
      fc.property(pools, units(1n, 10n ** 24n), (pool, amount) => {
        const product = pool.money * pool.long;
        const { after: sold, received } = sellLong(pool, amount);
        expect(sold.money * sold.long >= product).to.equal(true);
        expect(pool.money - sold.money).to.equal(received);
        const { after: bought, paid } = buyLong(pool, 1n + (amount % (pool.long - 1n)));
        expect(bought.money * bought.long >= product).to.equal(true);
        expect(bought.money - pool.money).to.equal(paid);
      }),
    );
  });

  it("nobody should gain by buying and selling back, whole or in parts", function () {
    fc.assert(
      fc.property(pools, units(1n, 10n ** 24n), units(1n, 10n ** 24n), (pool, amount, part) => {
        const bought = buyLong(pool, 1n + (amount % (pool.long - 1n)));
        const first = 1n + (part % bought.received);
        const sold = sellLong(bought.after, first);
        const rest = bought.received - first;
        const received = sold.received + (rest > 0n ? sellLong(sold.after, rest).received : 0n);
        expect(received <= bought.paid).to.equal(true);
      }),
    );
  });

  it("without a fee the price should be that of the hyperbola, and impossible swaps be refused", function () {
    const pool = { money: 10n ** 21n, long: 4n * 10n ** 21n, feeRate: 0n };
    const { paid, after } = buyLong(pool, 2n * 10n ** 21n);
    expect(paid).to.equal(10n ** 21n + 1n);
    expect(spotOf(pool)).to.equal(0.25);
    expectClose(spotOf(after), 1, 1e-15);
    for (const amount of [0n, -1n, pool.long]) expect(() => buyLong(pool, amount)).to.throw(ImpossibleSwapError);
    for (const amount of [0n, -1n]) expect(() => sellLong(pool, amount)).to.throw(ImpossibleSwapError);
  });

  it("no other trade should promise more than the planned one", function () {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 4, maxLength: 4 });
    const share = fc.double({ min: 0.001, max: 1, noNaN: true });
    const others = fc.array(fc.tuple(fc.nat(3), fc.nat(3), share), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(weights, weights, fc.integer({ min: 1, max: 500 }), others, (rates, beliefs, budget, trades) => {
        const prices = floorWeights(rates.map(BigInt));
        const targets = floorWeights(beliefs.map(BigInt));
        const money = BigInt(budget) * WAD;
        const poolOf = (j: number) => ({
          money: (50n * WAD * (prices[j] ?? 0n)) / WAD,
          long: 50n * WAD,
          feeRate: 300_000n,
        });
        /** Splits some sets, sells one outcome of them, and buys another with the rest of the money. */
        const promise = (first: number, second: number, part: number) => {
          const sets = (money * BigInt(Math.floor(part * 1000))) / 1000n;
          if (sets === 0n || first === second) return 0n;
          const { received } = sellLong(poolOf(first), sets);
          const kept = targets.reduce((sum, w, j) => (j === first ? sum : sum + (sets * w) / WAD), 0n);
          const [pool, rest] = [poolOf(second), money - sets + received];
          // What the rest of the money buys, less a unit for rounding.
          const spent = (rest * 99_700_000n) / 10n ** 8n;
          const amount = (pool.long * spent) / (pool.money + spent) - 1n;
          if (amount <= 0n) return kept + received - sets;
          const { paid } = buyLong(pool, amount);
          return kept + (amount * (targets[second] ?? 0n)) / WAD + rest - paid - money;
        };
        const venue = new ProductVenue(prices, 100n * WAD, 300_000n);
        const planned = worthAt(venue.trade(openAccount(money, 4), targets), targets) - money;
        expect(planned >= 0n).to.equal(true);
        const tolerance = money / 10n ** 7n;
        for (const [first, second, part] of trades) {
          expect(promise(first, second, part) <= planned + tolerance, `${planned}`).to.equal(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("a plan should keep to its budget and holdings", function () {
    const pools = [0.1, 0.2, 0.3, 0.4].map((price) => ({ money: 50 * price, long: 50, keep: 0.997 }));
    const held = [5, 0, 1, 0];
    const { amounts, sets } = planProduct({ pools, targets: [0.4, 0.3, 0.2, 0.1], held, budget: 3 });
    amounts.forEach((amount, j) => expect(amount + sets + (held[j] ?? 0) >= -1e-9).to.equal(true));
    const spent = amounts.reduce((sum, x, j) => {
      const { money, long, keep } = pools[j] ?? { money: 0, long: 1, keep: 1 };
      return sum + (x > 0 ? (money * x) / ((long - x) * keep) : (money * keep * x) / (long - keep * x));
    }, sets);
    expectClose(spent, 3, 1e-6);
  });
});

describe("npm run simulate", function () {
  let folder = "";
  let stdout = "";
  let numbers: Numbers;

  before(async function () {
    folder = await mkdtemp(join(tmpdir(), "simulate-"));
    const json = join(folder, "numbers.json");
    const files = ["--json", json, "--svg", join(folder, "plots")];
    const result = await simulate("--orders", "2", "--crowds", "1", ...files);
    expect(result.code, result.stderr).to.equal(0);
    stdout = result.stdout;
    numbers = JSON.parse(await readFile(json, "utf8")) as Numbers;
  });

  after(async function () {
    await rm(folder, { recursive: true });
  });

  it("given few orders and one crowd, it should print, write numbers and plots", async function () {
    for (const word of ["sponsor pays", "OpeningAuction_WrongOpening", "Uniswap", "TWAP"]) {
      expect(stdout).to.contain(word);
    }
    expect(numbers).to.include.keys("opening", "mechanisms", "liquidity", "orders", "crowds", "seed");
    const files = await readdir(join(folder, "plots"));
    expect(files).to.have.length(6);
    for (const file of files) {
      const svg = await readFile(join(folder, "plots", file), "utf8");
      expect(svg.startsWith("<svg ") && svg.endsWith("</svg>\n"), file).to.equal(true);
      expect(svg, file).to.contain("prefers-color-scheme: dark");
      expect(svg, file).to.not.match(/NaN|Infinity|undefined/);
    }
  });

  it("OA-3, OA-9 given a copied commitment, the contract should refuse it, and take half of the deposit", function () {
    const { attempt } = numbers.opening;
    expect(attempt.tries.map(({ error }) => error.replace(/\(.*/, ""))).to.deep.equal([
      "OpeningAuction_WrongOpening",
      "OpeningAuction_WrongPhase",
      "OpeningAuction_WrongPhase",
    ]);
    expect(BigInt(attempt.lost)).to.equal(BigInt(attempt.deposit) / 2n);
    // What the simulation clears at is what the contract clears at, to the unit.
    const victim = setting.traders.find(({ name }) => name === attempt.victim);
    const clearing = clearAuction(setting.rates, setting.b, victim ? [victim] : [], BigInt(attempt.lost));
    expect(attempt.prices.map(BigInt)).to.deep.equal(clearing.prices);
    expect(BigInt(attempt.sets)).to.equal(clearing.sets);
  });

  it("given bad input, it should say so in one line and exit with 1", async function () {
    const cases = [
      [["--orders", "0"], "--orders"],
      [["--round", join(ROOT, "nowhere")], "base-rates.csv"],
      [["--nonsense"], "--nonsense"],
    ] as const;
    for (const [parameters, word] of cases) {
      const { code, stderr } = await simulate(...parameters);
      expect(code, parameters.join(" ")).to.equal(1);
      expect(stderr.trim().split("\n"), stderr).to.have.length(1);
      expect(stderr).to.contain(word);
    }
    expect((await simulate("--help")).stdout).to.contain("Example: npm run simulate");
  });
});
