// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import type { BigNumberish, BytesLike, FunctionFragment, Result, Interface, ContractRunner, ContractMethod } from "ethers";
import type { TypedContract, TypedContractMethod } from "./common.ts";

export interface FallbackRandomnessInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "FIRST"
      | "SECOND"
      | "isMissed"
      | "kind"
      | "next"
      | "randomOf"
      | "sourceOf"
      | "timeOf"
  ): FunctionFragment;

  encodeFunctionData(functionFragment: "FIRST", values?: undefined): string;
  encodeFunctionData(functionFragment: "SECOND", values?: undefined): string;
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
    functionFragment: "sourceOf",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "timeOf",
    values: [BigNumberish]
  ): string;

  decodeFunctionResult(functionFragment: "FIRST", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "SECOND", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "isMissed", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "kind", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "next", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "randomOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "sourceOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "timeOf", data: BytesLike): Result;
}

export interface FallbackRandomness extends TypedContract {
  connect(runner?: ContractRunner | null): FallbackRandomness;
  waitForDeployment(): Promise<this>;

  interface: FallbackRandomnessInterface;

  FIRST: TypedContractMethod<[], [string], "view">;

  SECOND: TypedContractMethod<[], [string], "view">;

  isMissed: TypedContractMethod<[reference_: BigNumberish], [boolean], "view">;

  kind: TypedContractMethod<[], [string], "view">;

  next: TypedContractMethod<[since: BigNumberish], [bigint], "view">;

  randomOf: TypedContractMethod<
    [reference_: BigNumberish, proof: BytesLike],
    [string],
    "view"
  >;

  sourceOf: TypedContractMethod<
    [reference_: BigNumberish],
    [[string, bigint] & { source: string; inner: bigint }],
    "view"
  >;

  timeOf: TypedContractMethod<[reference_: BigNumberish], [bigint], "view">;

  getFunction<T extends ContractMethod = ContractMethod>(
    key: string | FunctionFragment
  ): T;

  getFunction(
    nameOrSignature: "FIRST"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "SECOND"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "isMissed"
  ): TypedContractMethod<[reference_: BigNumberish], [boolean], "view">;
  getFunction(
    nameOrSignature: "kind"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "next"
  ): TypedContractMethod<[since: BigNumberish], [bigint], "view">;
  getFunction(
    nameOrSignature: "randomOf"
  ): TypedContractMethod<
    [reference_: BigNumberish, proof: BytesLike],
    [string],
    "view"
  >;
  getFunction(
    nameOrSignature: "sourceOf"
  ): TypedContractMethod<
    [reference_: BigNumberish],
    [[string, bigint] & { source: string; inner: bigint }],
    "view"
  >;
  getFunction(
    nameOrSignature: "timeOf"
  ): TypedContractMethod<[reference_: BigNumberish], [bigint], "view">;

  filters: {};
}
