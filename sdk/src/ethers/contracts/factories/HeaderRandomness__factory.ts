// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import { Contract, Interface, type ContractRunner } from "ethers";
import type { HeaderRandomness, HeaderRandomnessInterface } from "../HeaderRandomness.ts";

import { headerRandomnessAbi } from "../../../abi/headerRandomness.ts";

export class HeaderRandomness__factory {
  static readonly abi: typeof headerRandomnessAbi = headerRandomnessAbi;
  static createInterface(): HeaderRandomnessInterface {
    return new Interface(headerRandomnessAbi) as HeaderRandomnessInterface;
  }
  static connect(
    address: string,
    runner?: ContractRunner | null
  ): HeaderRandomness {
    return new Contract(address, headerRandomnessAbi, runner) as unknown as HeaderRandomness;
  }
}
