// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import { Contract, Interface, type ContractRunner } from "ethers";
import type { OutcomeERC20Factory, OutcomeERC20FactoryInterface } from "../OutcomeERC20Factory.ts";

import { outcomeERC20FactoryAbi } from "../../../abi/outcomeERC20Factory.ts";

export class OutcomeERC20Factory__factory {
  static readonly abi: typeof outcomeERC20FactoryAbi = outcomeERC20FactoryAbi;
  static createInterface(): OutcomeERC20FactoryInterface {
    return new Interface(outcomeERC20FactoryAbi) as OutcomeERC20FactoryInterface;
  }
  static connect(
    address: string,
    runner?: ContractRunner | null
  ): OutcomeERC20Factory {
    return new Contract(
      address,
      outcomeERC20FactoryAbi,
      runner
    ) as unknown as OutcomeERC20Factory;
  }
}
