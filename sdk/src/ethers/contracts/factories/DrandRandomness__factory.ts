// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import { Contract, Interface, type ContractRunner } from "ethers";
import type { DrandRandomness, DrandRandomnessInterface } from "../DrandRandomness.ts";

import { drandRandomnessAbi } from "../../../abi/drandRandomness.ts";

export class DrandRandomness__factory {
  static readonly abi: typeof drandRandomnessAbi = drandRandomnessAbi;
  static createInterface(): DrandRandomnessInterface {
    return new Interface(drandRandomnessAbi) as DrandRandomnessInterface;
  }
  static connect(
    address: string,
    runner?: ContractRunner | null
  ): DrandRandomness {
    return new Contract(address, drandRandomnessAbi, runner) as unknown as DrandRandomness;
  }
}
