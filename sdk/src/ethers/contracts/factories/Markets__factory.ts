// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import { Contract, Interface, type ContractRunner } from "ethers";
import type { Markets, MarketsInterface } from "../Markets.ts";

import { marketsAbi } from "../../../abi/markets.ts";

export class Markets__factory {
  static readonly abi: typeof marketsAbi = marketsAbi;
  static createInterface(): MarketsInterface {
    return new Interface(marketsAbi) as MarketsInterface;
  }
  static connect(address: string, runner?: ContractRunner | null): Markets {
    return new Contract(address, marketsAbi, runner) as unknown as Markets;
  }
}
