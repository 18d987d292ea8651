// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import type { BigNumberish, BytesLike, FunctionFragment, Result, Interface, EventFragment, AddressLike, ContractRunner, ContractMethod } from "ethers";
import type { TypedContractEvent, TypedDeferredTopicFilter, TypedEventLog, TypedLogDescription, TypedContract, TypedContractMethod } from "./common.ts";

export interface OutcomeERC20FactoryInterface extends Interface {
  getFunction(
    nameOrSignature: "IMPLEMENTATION" | "MARKETS" | "computeAddress" | "create"
  ): FunctionFragment;

  getEvent(nameOrSignatureOrTopic: "WrapperCreated"): EventFragment;

  encodeFunctionData(
    functionFragment: "IMPLEMENTATION",
    values?: undefined
  ): string;
  encodeFunctionData(functionFragment: "MARKETS", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "computeAddress",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "create",
    values: [BigNumberish]
  ): string;

  decodeFunctionResult(
    functionFragment: "IMPLEMENTATION",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "MARKETS", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "computeAddress",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "create", data: BytesLike): Result;
}

export namespace WrapperCreatedEvent {
  export type InputTuple = [id: BigNumberish, wrapper: AddressLike];
  export type OutputTuple = [id: bigint, wrapper: string];
  export interface OutputObject {
    id: bigint;
    wrapper: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export interface OutcomeERC20Factory extends TypedContract {
  connect(runner?: ContractRunner | null): OutcomeERC20Factory;
  waitForDeployment(): Promise<this>;

  interface: OutcomeERC20FactoryInterface;

  IMPLEMENTATION: TypedContractMethod<[], [string], "view">;

  MARKETS: TypedContractMethod<[], [string], "view">;

  computeAddress: TypedContractMethod<[id: BigNumberish], [string], "view">;

  create: TypedContractMethod<[id: BigNumberish], [string], "nonpayable">;

  getFunction<T extends ContractMethod = ContractMethod>(
    key: string | FunctionFragment
  ): T;

  getFunction(
    nameOrSignature: "IMPLEMENTATION"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "MARKETS"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "computeAddress"
  ): TypedContractMethod<[id: BigNumberish], [string], "view">;
  getFunction(
    nameOrSignature: "create"
  ): TypedContractMethod<[id: BigNumberish], [string], "nonpayable">;

  getEvent(
    key: "WrapperCreated"
  ): TypedContractEvent<
    WrapperCreatedEvent.InputTuple,
    WrapperCreatedEvent.OutputTuple,
    WrapperCreatedEvent.OutputObject
  >;

  filters: {
    "WrapperCreated(uint256,address)": TypedContractEvent<
      WrapperCreatedEvent.InputTuple,
      WrapperCreatedEvent.OutputTuple,
      WrapperCreatedEvent.OutputObject
    >;
    WrapperCreated: TypedContractEvent<
      WrapperCreatedEvent.InputTuple,
      WrapperCreatedEvent.OutputTuple,
      WrapperCreatedEvent.OutputObject
    >;
  };
}
