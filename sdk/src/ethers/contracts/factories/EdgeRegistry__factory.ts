// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import { Contract, Interface, type ContractRunner } from "ethers";
import type { EdgeRegistry, EdgeRegistryInterface } from "../EdgeRegistry.ts";

import { edgeRegistryAbi } from "../../../abi/edgeRegistry.ts";

export class EdgeRegistry__factory {
  static readonly abi: typeof edgeRegistryAbi = edgeRegistryAbi;
  static createInterface(): EdgeRegistryInterface {
    return new Interface(edgeRegistryAbi) as EdgeRegistryInterface;
  }
  static connect(
    address: string,
    runner?: ContractRunner | null
  ): EdgeRegistry {
    return new Contract(address, edgeRegistryAbi, runner) as unknown as EdgeRegistry;
  }
}
