// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import type { BigNumberish, BytesLike, FunctionFragment, Result, Interface, ContractRunner, ContractMethod } from "ethers";
import type { TypedContract, TypedContractMethod } from "./common.ts";

export interface DrandRandomnessInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "CHAIN_HASH"
      | "DELAY"
      | "GENESIS"
      | "PERIOD"
      | "isMissed"
      | "key"
      | "kind"
      | "next"
      | "randomOf"
      | "timeOf"
  ): FunctionFragment;

  encodeFunctionData(
    functionFragment: "CHAIN_HASH",
    values?: undefined
  ): string;
  encodeFunctionData(functionFragment: "DELAY", values?: undefined): string;
  encodeFunctionData(functionFragment: "GENESIS", values?: undefined): string;
  encodeFunctionData(functionFragment: "PERIOD", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "isMissed",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(functionFragment: "key", values?: undefined): string;
  encodeFunctionData(functionFragment: "kind", values?: undefined): string;
  encodeFunctionData(functionFragment: "next", values: [BigNumberish]): string;
  encodeFunctionData(
    functionFragment: "randomOf",
    values: [BigNumberish, BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "timeOf",
    values: [BigNumberish]
  ): string;

  decodeFunctionResult(functionFragment: "CHAIN_HASH", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "DELAY", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "GENESIS", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "PERIOD", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "isMissed", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "key", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "kind", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "next", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "randomOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "timeOf", data: BytesLike): Result;
}

export interface DrandRandomness extends TypedContract {
  connect(runner?: ContractRunner | null): DrandRandomness;
  waitForDeployment(): Promise<this>;

  interface: DrandRandomnessInterface;

  CHAIN_HASH: TypedContractMethod<[], [string], "view">;

  DELAY: TypedContractMethod<[], [bigint], "view">;

  GENESIS: TypedContractMethod<[], [bigint], "view">;

  PERIOD: TypedContractMethod<[], [bigint], "view">;

  isMissed: TypedContractMethod<[arg0: BigNumberish], [boolean], "view">;

  key: TypedContractMethod<[], [string], "view">;

  kind: TypedContractMethod<[], [string], "view">;

  next: TypedContractMethod<[since: BigNumberish], [bigint], "view">;

  randomOf: TypedContractMethod<
    [round: BigNumberish, signature: BytesLike],
    [string],
    "view"
  >;

  timeOf: TypedContractMethod<[round: BigNumberish], [bigint], "view">;

  getFunction<T extends ContractMethod = ContractMethod>(
    key: string | FunctionFragment
  ): T;

  getFunction(
    nameOrSignature: "CHAIN_HASH"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "DELAY"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "GENESIS"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "PERIOD"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "isMissed"
  ): TypedContractMethod<[arg0: BigNumberish], [boolean], "view">;
  getFunction(
    nameOrSignature: "key"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "kind"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "next"
  ): TypedContractMethod<[since: BigNumberish], [bigint], "view">;
  getFunction(
    nameOrSignature: "randomOf"
  ): TypedContractMethod<
    [round: BigNumberish, signature: BytesLike],
    [string],
    "view"
  >;
  getFunction(
    nameOrSignature: "timeOf"
  ): TypedContractMethod<[round: BigNumberish], [bigint], "view">;

  filters: {};
}
