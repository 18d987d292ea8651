import { expect } from "chai";
import { createPublicClient, custom, type Address } from "viem";

import { contractsFrom, deepFundingActions } from "../../src/client/index.ts";
import { InvalidContractsError } from "../../src/errors/client.ts";
import { expectThrow } from "../utils/throws.ts";

const address = (digit: string) => `0x${digit.repeat(40)}` as Address;
const NAMES = ["markets", "lens", "jury", "registry", "outcomeERC20Factory", "rounds", "fundingPool", "openingAuction"];
const FILE = {
  chainId: 31337,
  ...Object.fromEntries(NAMES.map((name, i) => [name, address(String(i + 1))])),
  names: {},
};

describe("contractsFrom", function () {
  it("reads the addresses that a deployment has written, and nothing else", function () {
    const { chainId, names, ...contracts } = FILE;
    expect([chainId, names]).to.deep.equal([31337, {}]);
    expect(contractsFrom(JSON.parse(JSON.stringify(FILE)))).to.deep.equal(contracts);
  });

  it("types what it has read, so that a client has the methods", function () {
    const client = createPublicClient({ transport: custom({ request: () => Promise.reject(new Error("offline")) }) });
    const extended = client.extend(deepFundingActions(contractsFrom(JSON.parse(JSON.stringify(FILE)))));
    expect([extended.getSnapshot, extended.getRound, extended.getPosting, extended.getWrapper]).to.satisfy(
      (methods: unknown[]) => methods.every((method) => typeof method === "function"),
    );
  });

  it("reads only what is asked for", function () {
    const some = { markets: address("1"), lens: address("2") };
    expect(contractsFrom({ ...some, jury: 5 }, ["markets", "lens"])).to.deep.equal(some);
  });

  for (const value of [undefined, null, 7, "", "0x12", "markets.eth", `0x${"aB".repeat(20)}`]) {
    it(`names the contract whose address is ${JSON.stringify(value)}`, function () {
      const error = expectThrow(() => contractsFrom({ ...FILE, rounds: value }), InvalidContractsError);
      expect(error.key).to.equal("rounds");
      expect(error.message).to.include("`rounds`");
    });
  }

  for (const json of [undefined, null, "text", [], {}]) {
    it(`names the first contract of what is no list of them: ${JSON.stringify(json)}`, function () {
      expect(expectThrow(() => contractsFrom(json), InvalidContractsError).key).to.equal("markets");
    });
  }
});
