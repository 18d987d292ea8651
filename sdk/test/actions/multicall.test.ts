import { expect } from "chai";
import { encodeFunctionData, getAddress, numberToHex, type Address } from "viem";

import {
  claimForCall,
  clearAuctionCall,
  fundEthCall,
  multicallAuctionCall,
  multicallFundingCall,
  multicallMarketsCall,
  recentreCall,
} from "../../src/client/index.ts";
import { encodeCalls } from "../../src/chain/encodeCalls.ts";
import { InvalidParameterError } from "../../src/errors/index.ts";
import { expectThrow } from "../utils/throws.ts";

const HERE = getAddress(numberToHex(0xabc, { size: 20 }));
const THERE = getAddress(numberToHex(0xdef, { size: 20 }));

const claimAt = (fundingPool: Address) =>
  claimForCall({ fundingPool, round: 1n, token: THERE, node: numberToHex(1, { size: 32 }) });

/** Each contract's `multicall` of one call of a contract. */
const MULTICALLS = {
  Markets: (address: Address) =>
    multicallMarketsCall({ markets: HERE, calls: [recentreCall({ markets: address, market: 7n })] }),
  OpeningAuction: (address: Address) =>
    multicallAuctionCall({ auction: HERE, calls: [clearAuctionCall({ auction: address, market: 7n })] }),
  FundingPool: (address: Address) => multicallFundingCall({ fundingPool: HERE, calls: [claimAt(address)] }),
} as const;

describe("multicall", function () {
  for (const [contract, multicall] of Object.entries(MULTICALLS)) {
    it(`of ${contract} refuses a call for another contract`, function () {
      const error = expectThrow(() => multicall(THERE), InvalidParameterError);
      expect(error.shortMessage).to.include(THERE).and.include(HERE);
    });

    it(`of ${contract} takes its own calls, however their address is written`, function () {
      const { address, functionName, args } = multicall(HERE.toLowerCase() as Address);
      expect([address, functionName]).to.deep.equal([HERE, "multicall"]);
      expect(args[0]).to.have.length(1);
    });
  }

  it("makes the calls' own bytes, in their order", function () {
    const calls = [1n, 2n].map((market) => recentreCall({ markets: HERE, market }));
    expect(encodeCalls(HERE, calls)).to.deep.equal(calls.map((call) => encodeFunctionData(call)));
  });

  it("takes no call that brings ether, which would be lost", function () {
    const call = fundEthCall({ fundingPool: HERE, amount: 1n });
    const error = expectThrow(() => encodeCalls(HERE, [call]), InvalidParameterError);
    expect(error.shortMessage).to.include("fundETH");
  });
});
