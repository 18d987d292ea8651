// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import { Contract, Interface, type ContractRunner } from "ethers";
import type { Jury, JuryInterface } from "../Jury.ts";

import { juryAbi } from "../../../abi/jury.ts";

export class Jury__factory {
  static readonly abi: typeof juryAbi = juryAbi;
  static createInterface(): JuryInterface {
    return new Interface(juryAbi) as JuryInterface;
  }
  static connect(address: string, runner?: ContractRunner | null): Jury {
    return new Contract(address, juryAbi, runner) as unknown as Jury;
  }
}
