// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import type { BigNumberish, BytesLike, FunctionFragment, Result, Interface, ContractRunner, ContractMethod } from "ethers";
import type { TypedContract, TypedContractMethod } from "./common.ts";

export interface HeaderRandomnessInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "DELAY"
      | "WINDOW"
      | "isMissed"
      | "kind"
      | "next"
      | "randomOf"
      | "timeOf"
  ): FunctionFragment;

  encodeFunctionData(functionFragment: "DELAY", values?: undefined): string;
  encodeFunctionData(functionFragment: "WINDOW", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "isMissed",
    values: [BigNumberish]
  ): string;
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

  decodeFunctionResult(functionFragment: "DELAY", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "WINDOW", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "isMissed", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "kind", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "next", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "randomOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "timeOf", data: BytesLike): Result;
}

export interface HeaderRandomness extends TypedContract {
  connect(runner?: ContractRunner | null): HeaderRandomness;
  waitForDeployment(): Promise<this>;

  interface: HeaderRandomnessInterface;

  DELAY: TypedContractMethod<[], [bigint], "view">;

  WINDOW: TypedContractMethod<[], [bigint], "view">;

  isMissed: TypedContractMethod<[time: BigNumberish], [boolean], "view">;

  kind: TypedContractMethod<[], [string], "view">;

  next: TypedContractMethod<[since: BigNumberish], [bigint], "view">;

  randomOf: TypedContractMethod<
    [time: BigNumberish, proof: BytesLike],
    [string],
    "view"
  >;

  timeOf: TypedContractMethod<[time: BigNumberish], [bigint], "view">;

  getFunction<T extends ContractMethod = ContractMethod>(
    key: string | FunctionFragment
  ): T;

  getFunction(
    nameOrSignature: "DELAY"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "WINDOW"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "isMissed"
  ): TypedContractMethod<[time: BigNumberish], [boolean], "view">;
  getFunction(
    nameOrSignature: "kind"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "next"
  ): TypedContractMethod<[since: BigNumberish], [bigint], "view">;
  getFunction(
    nameOrSignature: "randomOf"
  ): TypedContractMethod<
    [time: BigNumberish, proof: BytesLike],
    [string],
    "view"
  >;
  getFunction(
    nameOrSignature: "timeOf"
  ): TypedContractMethod<[time: BigNumberish], [bigint], "view">;

  filters: {};
}
