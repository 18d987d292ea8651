// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import { Contract, Interface, type ContractRunner } from "ethers";
import type { OutcomeERC20, OutcomeERC20Interface } from "../OutcomeERC20.ts";

import { outcomeERC20Abi } from "../../../abi/outcomeERC20.ts";

export class OutcomeERC20__factory {
  static readonly abi: typeof outcomeERC20Abi = outcomeERC20Abi;
  static createInterface(): OutcomeERC20Interface {
    return new Interface(outcomeERC20Abi) as OutcomeERC20Interface;
  }
  static connect(
    address: string,
    runner?: ContractRunner | null
  ): OutcomeERC20 {
    return new Contract(address, outcomeERC20Abi, runner) as unknown as OutcomeERC20;
  }
}
