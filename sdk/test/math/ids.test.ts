import { expect } from "chai";

import { InvalidParameterError, UnknownOutcomeError } from "../../src/errors/math.ts";
import { describeId, foundingSharesId, heldTokens, longId, marketOf, sharesId, shortId } from "../../src/math/ids.ts";

const MARKET = 0xabcdn << 16n;

describe("ids", function () {
  it("are the market and an index", function () {
    expect(longId(MARKET, 5)).to.equal(MARKET + 5n);
    expect(shortId(MARKET, 5, 6)).to.equal(MARKET + 261n);
    expect(sharesId(MARKET)).to.equal(MARKET + 512n);
    expect(foundingSharesId(MARKET)).to.equal(MARKET + 513n);
    expect(marketOf(MARKET + 513n)).to.equal(MARKET);
  });

  it("given a binary market, the short is the other long", function () {
    expect([shortId(MARKET, 0, 2), shortId(MARKET, 1, 2)]).to.deep.equal([MARKET + 1n, MARKET]);
  });

  it("given an outcome that there is not, throw", function () {
    for (const outcome of [-1, 256, 0.5]) expect(() => longId(MARKET, outcome)).to.throw(UnknownOutcomeError);
    expect(() => shortId(MARKET, 3, 3)).to.throw(UnknownOutcomeError);
  });

  it("can be told apart", function () {
    expect(describeId(longId(MARKET, 7))).to.deep.equal({ type: "long", outcome: 7 });
    expect(describeId(shortId(MARKET, 7, 9))).to.deep.equal({ type: "short", outcome: 7 });
    expect(describeId(sharesId(MARKET))).to.deep.equal({ type: "shares" });
    expect(describeId(foundingSharesId(MARKET))).to.deep.equal({ type: "foundingShares" });
    expect(() => describeId(MARKET + 514n)).to.throw(InvalidParameterError);
  });

  it("of what is held leave nothing out, and name nothing that is not there", function () {
    const holdings = { long: [5n, 0n, 7n], short: [0n, 3n, 0n] };
    expect(heldTokens({ market: MARKET, holdings, shares: 0n, foundingShares: 9n })).to.deep.equal({
      ids: [longId(MARKET, 0), longId(MARKET, 2), shortId(MARKET, 1, 3), foundingSharesId(MARKET)],
      amounts: [5n, 7n, 3n, 9n],
    });
  });

  it("of what is held in a binary market name a token once", function () {
    const holdings = { long: [5n, 2n], short: [2n, 5n] };
    expect(heldTokens({ market: MARKET, holdings, shares: 4n, foundingShares: 0n })).to.deep.equal({
      ids: [longId(MARKET, 0), longId(MARKET, 1), sharesId(MARKET)],
      amounts: [5n, 2n, 4n],
    });
  });
});
