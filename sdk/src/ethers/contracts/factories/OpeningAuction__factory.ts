// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import { Contract, Interface, type ContractRunner } from "ethers";
import type { OpeningAuction, OpeningAuctionInterface } from "../OpeningAuction.ts";

import { openingAuctionAbi } from "../../../abi/openingAuction.ts";

export class OpeningAuction__factory {
  static readonly abi: typeof openingAuctionAbi = openingAuctionAbi;
  static createInterface(): OpeningAuctionInterface {
    return new Interface(openingAuctionAbi) as OpeningAuctionInterface;
  }
  static connect(
    address: string,
    runner?: ContractRunner | null
  ): OpeningAuction {
    return new Contract(address, openingAuctionAbi, runner) as unknown as OpeningAuction;
  }
}
