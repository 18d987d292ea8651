// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import { Contract, Interface, type ContractRunner } from "ethers";
import type { FundingPool, FundingPoolInterface } from "../FundingPool.ts";

import { fundingPoolAbi } from "../../../abi/fundingPool.ts";

export class FundingPool__factory {
  static readonly abi: typeof fundingPoolAbi = fundingPoolAbi;
  static createInterface(): FundingPoolInterface {
    return new Interface(fundingPoolAbi) as FundingPoolInterface;
  }
  static connect(address: string, runner?: ContractRunner | null): FundingPool {
    return new Contract(address, fundingPoolAbi, runner) as unknown as FundingPool;
  }
}
