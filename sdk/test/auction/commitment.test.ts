import { expect } from "chai";
import fc from "fast-check";
import { encodeAbiParameters, getAddress, keccak256, numberToHex, parseAbiParameters, size } from "viem";

import { commitmentOf, hashWeights, packWeights, unpackWeights } from "../../src/auction/index.ts";
import { InvalidParameterError, InvalidSumError, InvalidWeightsError } from "../../src/errors/index.ts";
import { WAD } from "../../src/math/index.ts";
import { weightsOf } from "../utils/arbitraries.ts";
import { expectThrow } from "../utils/throws.ts";

const ADDRESS = getAddress(numberToHex(1, { size: 20 }));
const OTHER = getAddress(numberToHex(2, { size: 20 }));
const BID = {
  chainId: 31_337,
  auction: ADDRESS,
  market: 256n,
  bidder: OTHER,
  budget: 100n,
  weights: [WAD / 4n, (3n * WAD) / 4n],
  salt: numberToHex(7, { size: 32 }),
};

describe("commitmentOf", function () {
  it("hashes chain, contract, market, bidder, budget, hash of the weights and salt", function () {
    const packed = "0x03782dace9d900000a688906bd8b0000"; // 0.25e18 and 0.75e18, eight bytes each
    expect(packWeights(BID.weights)).to.equal(packed);
    expect(hashWeights(BID.weights)).to.equal(keccak256(packed));
    const types = parseAbiParameters("uint256, address, uint256, address, uint256, bytes32, bytes32");
    const values = [31_337n, ADDRESS, 256n, OTHER, 100n, keccak256(packed), BID.salt] as const;
    expect(commitmentOf(BID)).to.equal(keccak256(encodeAbiParameters(types, values)));
  });

  it("OA-3: is another for every other part of a bid", function () {
    const changes = [
      { chainId: 1 },
      { auction: OTHER },
      { market: 512n },
      { bidder: ADDRESS },
      { budget: 101n },
      { weights: [WAD / 4n + 1n, (3n * WAD) / 4n - 1n] },
      { salt: numberToHex(8, { size: 32 }) },
    ];
    const all = [BID, ...changes.map((change) => ({ ...BID, ...change }))].map(commitmentOf);
    expect(new Set(all).size).to.equal(changes.length + 1);
    expect(commitmentOf({ ...BID, chainId: 31_337n })).to.equal(all[0]);
  });

  it("packs weights so that they can be read back", function () {
    const weights = fc.integer({ min: 1, max: 256 }).chain(weightsOf);
    fc.assert(
      fc.property(weights, (list) => {
        expect(size(packWeights(list))).to.equal(8 * list.length);
        expect(unpackWeights(packWeights(list))).to.deep.equal(list);
      }),
      { numRuns: 20 },
    );
    expect(unpackWeights(packWeights([0n, WAD]))).to.deep.equal([0n, WAD]);
    expectThrow(() => unpackWeights("0x010203"), InvalidParameterError);
  });

  it("refuses what the contract would never take", function () {
    expectThrow(() => commitmentOf({ ...BID, weights: [WAD, 1n] }), InvalidSumError);
    expectThrow(() => commitmentOf({ ...BID, weights: [] }), InvalidSumError);
    expectThrow(() => commitmentOf({ ...BID, weights: [WAD + 1n, -1n] }), InvalidWeightsError);
  });
});
