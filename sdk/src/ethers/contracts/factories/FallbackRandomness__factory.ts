// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import { Contract, Interface, type ContractRunner } from "ethers";
import type { FallbackRandomness, FallbackRandomnessInterface } from "../FallbackRandomness.ts";

import { fallbackRandomnessAbi } from "../../../abi/fallbackRandomness.ts";

export class FallbackRandomness__factory {
  static readonly abi: typeof fallbackRandomnessAbi = fallbackRandomnessAbi;
  static createInterface(): FallbackRandomnessInterface {
    return new Interface(fallbackRandomnessAbi) as FallbackRandomnessInterface;
  }
  static connect(
    address: string,
    runner?: ContractRunner | null
  ): FallbackRandomness {
    return new Contract(address, fallbackRandomnessAbi, runner) as unknown as FallbackRandomness;
  }
}
