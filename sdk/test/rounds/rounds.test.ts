import { expect } from "chai";
import fc from "fast-check";
import { keccak256, type Hex } from "viem";

import { HeaderHashMismatchError } from "../../src/errors/index.ts";
import { chooseSeeds, encodeBlockHeader, seedsOf, toSeedSet, type RpcBlockHeader } from "../../src/rounds/index.ts";
import { expectThrow } from "../utils/throws.ts";

const zeros = (bytes: number) => `0x${"00".repeat(bytes)}` as const;

/** A made-up block of the time of London. */
const BLOCK: RpcBlockHeader = {
  hash: "0x0000000000000000000000000000000000000000000000000000000000000000",
  parentHash: zeros(32),
  sha3Uncles: "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347",
  miner: zeros(20),
  stateRoot: zeros(32),
  transactionsRoot: zeros(32),
  receiptsRoot: zeros(32),
  logsBloom: zeros(256),
  difficulty: "0x0",
  number: "0x0100",
  gasLimit: "0x1c9c380",
  gasUsed: "0x0",
  timestamp: "0x0a",
  extraData: "0x",
  mixHash: `0x${"ab".repeat(32)}`,
  nonce: zeros(8),
  baseFeePerGas: "0x7",
};

describe("seedsOf and toSeedSet", function () {
  it("are each other's reverse", function () {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 256n - 1n), (set) => {
        const seeds = seedsOf(set);
        expect(toSeedSet(seeds)).to.equal(set);
        expect(seeds).to.deep.equal([...seeds].sort((a, b) => a - b));
      }),
    );
  });
});

describe("chooseSeeds", function () {
  const scores = (...values: number[]) => values.map(BigInt);

  it("takes the drawn, then the best paid of the rest", function () {
    const result = chooseSeeds({
      eligible: 0b111110n,
      drawn: 0b000010n,
      quotas: { paid: 2 },
      payments: scores(9, 9, 5, 9, 0, 4),
    });
    expect(result).to.deep.equal({ paid: 0b001100n, selected: 0b001110n });
  });

  it("breaks ties to the lower index, and never takes a score of zero", function () {
    const base = { eligible: 0b1111n, drawn: 0n, quotas: { paid: 2 } };
    const tie = chooseSeeds({ ...base, payments: scores(1, 5, 1, 1) });
    expect(tie).to.deep.equal({ paid: 0b0011n, selected: 0b0011n });
    expect(chooseSeeds({ ...base, payments: scores(0, 0) }).selected).to.equal(0n);
  });

  it("leaves out nobody that is better than one that it takes", function () {
    const vector = fc.array(fc.bigInt(0n, 5n), { minLength: 16, maxLength: 16 });
    const sets = fc.tuple(fc.bigInt(0n, 65_535n), fc.bigInt(0n, 65_535n));
    fc.assert(
      fc.property(sets, fc.nat(6), vector, ([eligible, some], quota, payments) => {
        const drawn = eligible & some;
        const { paid, selected } = chooseSeeds({ eligible, drawn, quotas: { paid: quota }, payments });
        expect(selected & ~eligible).to.equal(0n);
        expect(drawn & paid).to.equal(0n);
        const scoreOf = (index: number) => payments[index] ?? 0n;
        const least = seedsOf(paid).reduce((min, i) => (scoreOf(i) < min ? scoreOf(i) : min), 9n);
        const full = seedsOf(paid).length === quota;
        for (const index of seedsOf(eligible & ~drawn & ~paid)) {
          expect(full ? scoreOf(index) <= least : scoreOf(index) === 0n).to.equal(true);
        }
      }),
    );
  });
});

describe("encodeBlockHeader", function () {
  it("has the block's hash, or says that it does not", function () {
    const error = expectThrow(() => encodeBlockHeader(BLOCK), HeaderHashMismatchError);
    const [actual] = /0x[0-9a-f]{64}/.exec(error.shortMessage) ?? [];
    const header = encodeBlockHeader({ ...BLOCK, hash: actual as Hex });
    expect(keccak256(header)).to.equal(actual);
  });

  it("writes numbers without leading zeros, 0 as nothing, and fields that are not there not at all", function () {
    const [actual] =
      /0x[0-9a-f]{64}/.exec(expectThrow(() => encodeBlockHeader(BLOCK), HeaderHashMismatchError).shortMessage) ?? [];
    const header = encodeBlockHeader({ ...BLOCK, hash: actual as Hex });
    // difficulty 0x80, number 0x82 0100, gas limit 0x84 01c9c380, gas used 0x80, timestamp 0x0a, no extra data 0x80
    expect(header).to.include(`${"00".repeat(256)}80${"820100"}${"8401c9c380"}80${"0a"}80`);
    // The last field is the base fee: nothing of later forks.
    expect(header.endsWith(`88${"00".repeat(8)}07`)).to.equal(true);
  });
});
