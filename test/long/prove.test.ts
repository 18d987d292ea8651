import { expect } from "chai";

import { expWad, lnWad, openPool, quote } from "../../sdk/src/math/index.ts";
import { enumerate } from "../../scripts/prove/enumerate.ts";
import { MUTANTS, prove } from "../../scripts/prove/solver.ts";
import { RIGHT, type Scale, costOf } from "../../scripts/prove/twin.ts";
import { WAD } from "../utils/markets.ts";
import { generator } from "../utils/random.ts";

/** `npm run prove` tries all of them; these take little time. */
const QUICK = ["Lmsr.cost has no margin", "a step below the amount", "claims rounded up"];

describe("Proofs by the solver in the compiler", function () {
  this.timeout(120_000);

  for (const proof of ["Rounding", "Solvency", "Auction"]) {
    it(`prove/${proof}.sol should be proved, every assertion`, function () {
      const { proved, refuted, unknown } = prove(proof);
      expect({ refuted, unknown }).to.deep.equal({ refuted: 0, unknown: 0 });
      expect(proved).to.be.at.least(5);
    });
  }

  for (const mutant of MUTANTS.filter(({ what }) => QUICK.includes(what))) {
    it(`should refute: ${mutant.what}`, function () {
      expect(prove(mutant.proof, mutant).refuted).to.be.at.least(1);
    });
  }

  it("a change that finds no place should be an error, not a proof", function () {
    const [mutant] = MUTANTS;
    expect(() => mutant && prove("Rounding", { ...mutant, from: "not in the file" })).to.throw("not exactly one");
  });
});

describe("All states of small pools", function () {
  for (const { right, text } of enumerate("quick")) {
    it(text, function () {
      expect(right).to.equal(true);
    });
  }

  it("the twin at the contracts' size should cost what the SDK's mirror of them says, unit for unit", function () {
    const scale: Scale = { wad: WAD, exp: expWad, ln: lnWad, minLog: 1n, maxLog: 60n * WAD };
    const random = generator(7);
    for (let i = 0; i < 200; ++i) {
      const b = 10_000n + BigInt(random(2 ** 30)) * 10n ** BigInt(random(12));
      const p = (BigInt(1 + random(998)) * WAD) / 1000n;
      const before = openPool({ prices: [p, WAD - p], b, feeRate: 0n, alpha: 0n });
      const amount = (b * BigInt(1 + random(3000))) / 1000n;
      // The first trade gives the outcome a log weight of its own, the second is compared.
      const pool = quote(before, [{ outcome: 0, short: false, amount }]).after;
      const next = (random(2) === 0 ? -1n : 1n) * ((b * BigInt(1 + random(2000))) / 1000n + 1n);
      const { cost, after } = quote(pool, [{ outcome: 0, short: false, amount: next }]);
      const log = (pool.outcomes[0]?.logWeight ?? 0n) + RIGHT.step(next, b, WAD);
      expect(log).to.equal(after.outcomes[0]?.logWeight);
      const sum = pool.sum - (pool.outcomes[0]?.weight ?? 0n) + scale.exp(log);
      expect(costOf(scale, RIGHT, b, pool.sum, sum), `${next} of b = ${b}`).to.equal(cost);
    }
  });
});
