// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import { Contract, Interface, type ContractRunner } from "ethers";
import type { Rounds, RoundsInterface } from "../Rounds.ts";

import { roundsAbi } from "../../../abi/rounds.ts";

export class Rounds__factory {
  static readonly abi: typeof roundsAbi = roundsAbi;
  static createInterface(): RoundsInterface {
    return new Interface(roundsAbi) as RoundsInterface;
  }
  static connect(address: string, runner?: ContractRunner | null): Rounds {
    return new Contract(address, roundsAbi, runner) as unknown as Rounds;
  }
}
