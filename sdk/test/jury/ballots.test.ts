import { expect } from "chai";
import {
  getAddress,
  hashTypedData,
  keccak256,
  numberToHex,
  recoverTypedDataAddress,
  type Address,
  type Hex,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";

import type { Comparison } from "../../src/csv/comparisons.ts";
import { InvalidComparisonError, UnknownJurorError } from "../../src/errors/jury.ts";
import { InvalidParameterError } from "../../src/errors/math.ts";
import {
  ballotsFromComparisons,
  ballotTypedData,
  buildJurorsTree,
  hashBallot,
  jurorLeaf,
  MAX_COMPARISONS,
} from "../../src/jury/index.ts";
import { expectThrow } from "../utils/throws.ts";

const ADA = privateKeyToAccount(keccak256("0xada0"));
const BEA = privateKeyToAccount(keccak256("0xbea0"));
const PROJECTS = ["https://github.com/o/a", "https://github.com/o/b", "https://github.com/o/c"];
const JURORS = { ada: ADA.address, bea: BEA.address };
const TARGET = { projects: PROJECTS, round: 3n, market: 0x10000n, jurors: JURORS };

function says(juror: string, a: string, b: string, choice: 1 | 2, multiplier: number): Comparison {
  return { juror, a: `https://github.com/o/${a}`, b: `https://github.com/o/${b}`, choice, multiplier };
}

describe("ballotsFromComparisons", function () {
  it("makes one ballot a juror, with a below b and the winner as an index", function () {
    const ballots = ballotsFromComparisons(
      [says("bea", "c", "a", 1, 1.5), says("ada", "a", "b", 2, 2), says("bea", "B", "c.git", 1, 1000)],
      TARGET,
    );
    expect(ballots).to.deep.equal([
      {
        round: 3n,
        market: 0x10000n,
        juror: BEA.address,
        comparisons: [
          { a: 0, b: 2, winner: 2, multiplier: 1_500_000n },
          { a: 1, b: 2, winner: 1, multiplier: 1_000_000_000n },
        ],
      },
      {
        round: 3n,
        market: 0x10000n,
        juror: ADA.address,
        comparisons: [{ a: 0, b: 1, winner: 1, multiplier: 2_000_000n }],
      },
    ]);
  });

  it("rounds multipliers to 1e-6", function () {
    const [ballot] = ballotsFromComparisons([says("ada", "a", "b", 1, 1.0000014)], TARGET);
    expect(ballot?.comparisons[0]?.multiplier).to.equal(1_000_001n);
  });

  it("given what no ballot can say, it throws, and says which comparison it is", function () {
    const good = says("ada", "a", "b", 1, 2);
    for (const bad of [
      says("ada", "a", "d", 1, 2),
      says("ada", "a", "A", 1, 2),
      says("ada", "a", "b", 1, 0.9),
      says("ada", "a", "b", 1, 1000.1),
      says("ada", "a", "b", 1, NaN),
    ]) {
      const error = expectThrow(() => ballotsFromComparisons([good, bad], TARGET), InvalidComparisonError);
      expect(error.index).to.equal(1);
    }
    const many = Array.from({ length: MAX_COMPARISONS + 1 }, () => good);
    expect(ballotsFromComparisons(many.slice(1), TARGET)[0]?.comparisons).to.have.length(MAX_COMPARISONS);
    expect(expectThrow(() => ballotsFromComparisons(many, TARGET), InvalidComparisonError).index).to.equal(64);
    for (const juror of ["cyd", "toString"]) {
      expectThrow(() => ballotsFromComparisons([says(juror, "a", "b", 1, 2)], TARGET), UnknownJurorError);
    }
  });
});

describe("ballotTypedData", function () {
  const ballot = {
    round: 1n,
    market: 0x20000n,
    juror: ADA.address,
    comparisons: [{ a: 0, b: 1, winner: 1, multiplier: 2_000_000n }],
  };
  const jury = BEA.address;

  it("is what a wallet signs, for one chain and one contract", async function () {
    const typedData = ballotTypedData({ chainId: 1n, jury, ballot });
    const signature = await ADA.signTypedData(typedData);
    expect(await recoverTypedDataAddress({ ...typedData, signature })).to.equal(ADA.address);
    expect(hashBallot({ chainId: 1, jury, ballot })).to.equal(hashTypedData(typedData));
    const hashes = [
      hashBallot({ chainId: 1, jury, ballot }),
      hashBallot({ chainId: 2, jury, ballot }),
      hashBallot({ chainId: 1, jury: ADA.address, ballot }),
      hashBallot({ chainId: 1, jury, ballot: { ...ballot, market: 1n } }),
      hashBallot({ chainId: 1, jury, ballot: { ...ballot, comparisons: [] } }),
    ];
    expect(new Set(hashes).size).to.equal(hashes.length);
  });
});

describe("buildJurorsTree", function () {
  const jurorAt = (i: number): Address => getAddress(`0x${(i + 1).toString(16).padStart(40, "0")}`);
  const saltAt = (i: number): Hex => keccak256(numberToHex(i));

  /** As the contracts do. */
  function rootOf(leaf: Hex, proof: readonly Hex[]): Hex {
    return proof.reduce((hash, other) => {
      const [low, high] = BigInt(hash) < BigInt(other) ? [hash, other] : [other, hash];
      return keccak256(`0x${low.slice(2)}${high.slice(2)}`);
    }, leaf);
  }

  for (const count of [1, 2, 3, 5, 8, 37]) {
    it(`proves each of ${count} jurors, whatever their order`, function () {
      const jurors = Array.from({ length: count }, (_, i) => ({ juror: jurorAt(i), salt: saltAt(i) }));
      const tree = buildJurorsTree(jurors);
      for (const entry of jurors) {
        const { salt, proof } = tree.proofOf(entry.juror.toLowerCase() as Address);
        expect(salt).to.equal(entry.salt);
        expect(rootOf(jurorLeaf(entry), proof)).to.equal(tree.root);
      }
      expect(buildJurorsTree(jurors.toReversed()).root).to.equal(tree.root);
    });
  }

  it("given nobody, somebody twice or a stranger, it throws", function () {
    const one = { juror: jurorAt(0), salt: saltAt(0) };
    expectThrow(() => buildJurorsTree([]), InvalidParameterError);
    expectThrow(() => buildJurorsTree([one, { ...one, salt: saltAt(1) }]), InvalidParameterError);
    expectThrow(() => buildJurorsTree([one]).proofOf(jurorAt(1)), InvalidParameterError);
  });
});
