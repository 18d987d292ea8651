// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import { Contract, Interface, type ContractRunner } from "ethers";
import type { Lens, LensInterface } from "../Lens.ts";

import { lensAbi } from "../../../abi/lens.ts";

export class Lens__factory {
  static readonly abi: typeof lensAbi = lensAbi;
  static createInterface(): LensInterface {
    return new Interface(lensAbi) as LensInterface;
  }
  static connect(address: string, runner?: ContractRunner | null): Lens {
    return new Contract(address, lensAbi, runner) as unknown as Lens;
  }
}
