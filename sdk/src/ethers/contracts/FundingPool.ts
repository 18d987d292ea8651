// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import type { BigNumberish, BytesLike, FunctionFragment, Result, Interface, EventFragment, AddressLike, ContractRunner, ContractMethod } from "ethers";
import type { TypedContractEvent, TypedDeferredTopicFilter, TypedEventLog, TypedLogDescription, TypedContract, TypedContractMethod } from "./common.ts";

export interface FundingPoolInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "CLAIM_ROUNDS"
      | "DEPLOYER"
      | "ETH"
      | "MAX_CLAIM_ROUNDS"
      | "RECORDING_GAS"
      | "accountOf"
      | "claim"
      | "claimFor"
      | "claimMany"
      | "claimable"
      | "connect"
      | "fund"
      | "fundETH"
      | "held"
      | "multicall"
      | "permit"
      | "potOf"
      | "pull"
      | "pullMany"
      | "pullable"
      | "pulledOf"
      | "record"
      | "rounds"
      | "sweep"
      | "unrecorded"
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      | "Claimed"
      | "Funded"
      | "Pulled"
      | "Recorded"
      | "Returned"
      | "RoundsConnected"
      | "Swept"
  ): EventFragment;

  encodeFunctionData(
    functionFragment: "CLAIM_ROUNDS",
    values?: undefined
  ): string;
  encodeFunctionData(functionFragment: "DEPLOYER", values?: undefined): string;
  encodeFunctionData(functionFragment: "ETH", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "MAX_CLAIM_ROUNDS",
    values?: undefined
  ): string;
  encodeFunctionData(
    functionFragment: "RECORDING_GAS",
    values?: undefined
  ): string;
  encodeFunctionData(
    functionFragment: "accountOf",
    values: [BigNumberish, AddressLike, BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "claim",
    values: [BigNumberish, AddressLike, BytesLike, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "claimFor",
    values: [BigNumberish, AddressLike, BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "claimMany",
    values: [
      { round: BigNumberish; token: AddressLike; node: BytesLike }[],
      AddressLike
    ]
  ): string;
  encodeFunctionData(
    functionFragment: "claimable",
    values: [BigNumberish, AddressLike, BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "connect",
    values: [AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "fund",
    values: [AddressLike, BigNumberish]
  ): string;
  encodeFunctionData(functionFragment: "fundETH", values?: undefined): string;
  encodeFunctionData(functionFragment: "held", values: [AddressLike]): string;
  encodeFunctionData(
    functionFragment: "multicall",
    values: [BytesLike[]]
  ): string;
  encodeFunctionData(
    functionFragment: "permit",
    values: [
      AddressLike,
      BigNumberish,
      BigNumberish,
      BigNumberish,
      BytesLike,
      BytesLike
    ]
  ): string;
  encodeFunctionData(
    functionFragment: "potOf",
    values: [BigNumberish, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "pull",
    values: [BigNumberish, AddressLike, BytesLike, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "pullMany",
    values: [
      BigNumberish,
      AddressLike,
      { parent: BytesLike; index: BigNumberish }[]
    ]
  ): string;
  encodeFunctionData(
    functionFragment: "pullable",
    values: [BigNumberish, AddressLike, BytesLike, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "pulledOf",
    values: [BigNumberish, AddressLike, BytesLike, BigNumberish]
  ): string;
  encodeFunctionData(functionFragment: "record", values: [AddressLike]): string;
  encodeFunctionData(functionFragment: "rounds", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "sweep",
    values: [BigNumberish, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "unrecorded",
    values: [AddressLike]
  ): string;

  decodeFunctionResult(
    functionFragment: "CLAIM_ROUNDS",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "DEPLOYER", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "ETH", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "MAX_CLAIM_ROUNDS",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "RECORDING_GAS",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "accountOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "claim", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "claimFor", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "claimMany", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "claimable", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "connect", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "fund", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "fundETH", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "held", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "multicall", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "permit", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "potOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "pull", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "pullMany", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "pullable", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "pulledOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "record", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "rounds", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "sweep", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "unrecorded", data: BytesLike): Result;
}

export namespace ClaimedEvent {
  export type InputTuple = [
    round: BigNumberish,
    token: AddressLike,
    node: BytesLike,
    payee: AddressLike,
    receiver: AddressLike,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    token: string,
    node: string,
    payee: string,
    receiver: string,
    amount: bigint
  ];
  export interface OutputObject {
    round: bigint;
    token: string;
    node: string;
    payee: string;
    receiver: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace FundedEvent {
  export type InputTuple = [
    funder: AddressLike,
    token: AddressLike,
    amount: BigNumberish
  ];
  export type OutputTuple = [funder: string, token: string, amount: bigint];
  export interface OutputObject {
    funder: string;
    token: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace PulledEvent {
  export type InputTuple = [
    round: BigNumberish,
    token: AddressLike,
    child: BytesLike,
    parent: BytesLike,
    index: BigNumberish,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    token: string,
    child: string,
    parent: string,
    index: bigint,
    amount: bigint
  ];
  export interface OutputObject {
    round: bigint;
    token: string;
    child: string;
    parent: string;
    index: bigint;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace RecordedEvent {
  export type InputTuple = [
    token: AddressLike,
    round: BigNumberish,
    amount: BigNumberish
  ];
  export type OutputTuple = [token: string, round: bigint, amount: bigint];
  export interface OutputObject {
    token: string;
    round: bigint;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace ReturnedEvent {
  export type InputTuple = [
    round: BigNumberish,
    token: AddressLike,
    into: BigNumberish,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    token: string,
    into: bigint,
    amount: bigint
  ];
  export interface OutputObject {
    round: bigint;
    token: string;
    into: bigint;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace RoundsConnectedEvent {
  export type InputTuple = [rounds: AddressLike];
  export type OutputTuple = [rounds: string];
  export interface OutputObject {
    rounds: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SweptEvent {
  export type InputTuple = [
    round: BigNumberish,
    token: AddressLike,
    into: BigNumberish,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    token: string,
    into: bigint,
    amount: bigint
  ];
  export interface OutputObject {
    round: bigint;
    token: string;
    into: bigint;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export interface FundingPool extends TypedContract {
  connect(runner?: ContractRunner | null): FundingPool;
  waitForDeployment(): Promise<this>;

  interface: FundingPoolInterface;

  CLAIM_ROUNDS: TypedContractMethod<[], [bigint], "view">;

  DEPLOYER: TypedContractMethod<[], [string], "view">;

  ETH: TypedContractMethod<[], [string], "view">;

  MAX_CLAIM_ROUNDS: TypedContractMethod<[], [bigint], "view">;

  RECORDING_GAS: TypedContractMethod<[], [bigint], "view">;

  accountOf: TypedContractMethod<
    [round: BigNumberish, token: AddressLike, node: BytesLike],
    [
      [bigint, bigint, bigint, bigint, bigint, bigint] & {
        received: bigint;
        claimed: bigint;
        claimable: bigint;
        pulled: bigint;
        pullable: bigint;
        dust: bigint;
      }
    ],
    "view"
  >;

  claim: TypedContractMethod<
    [
      round: BigNumberish,
      token: AddressLike,
      node: BytesLike,
      receiver: AddressLike
    ],
    [bigint],
    "nonpayable"
  >;

  claimFor: TypedContractMethod<
    [round: BigNumberish, token: AddressLike, node: BytesLike],
    [bigint],
    "nonpayable"
  >;

  claimMany: TypedContractMethod<
    [
      claims: { round: BigNumberish; token: AddressLike; node: BytesLike }[],
      receiver: AddressLike
    ],
    [bigint[]],
    "nonpayable"
  >;

  claimable: TypedContractMethod<
    [round: BigNumberish, token: AddressLike, node: BytesLike],
    [bigint],
    "view"
  >;

  fund: TypedContractMethod<
    [token: AddressLike, amount: BigNumberish],
    [bigint],
    "nonpayable"
  >;

  fundETH: TypedContractMethod<[], [void], "payable">;

  held: TypedContractMethod<[token: AddressLike], [bigint], "view">;

  multicall: TypedContractMethod<[data: BytesLike[]], [string[]], "nonpayable">;

  permit: TypedContractMethod<
    [
      token: AddressLike,
      amount: BigNumberish,
      deadline: BigNumberish,
      v: BigNumberish,
      r: BytesLike,
      s: BytesLike
    ],
    [void],
    "nonpayable"
  >;

  potOf: TypedContractMethod<
    [round: BigNumberish, token: AddressLike],
    [
      [bigint, bigint, bigint, bigint, boolean] & {
        allotted: bigint;
        claimed: bigint;
        returned: bigint;
        swept: bigint;
        isSwept: boolean;
      }
    ],
    "view"
  >;

  pull: TypedContractMethod<
    [
      round: BigNumberish,
      token: AddressLike,
      parent: BytesLike,
      index: BigNumberish
    ],
    [bigint],
    "nonpayable"
  >;

  pullMany: TypedContractMethod<
    [
      round: BigNumberish,
      token: AddressLike,
      edges: { parent: BytesLike; index: BigNumberish }[]
    ],
    [bigint[]],
    "nonpayable"
  >;

  pullable: TypedContractMethod<
    [
      round: BigNumberish,
      token: AddressLike,
      parent: BytesLike,
      index: BigNumberish
    ],
    [bigint],
    "view"
  >;

  pulledOf: TypedContractMethod<
    [
      round: BigNumberish,
      token: AddressLike,
      parent: BytesLike,
      count: BigNumberish
    ],
    [bigint[]],
    "view"
  >;

  record: TypedContractMethod<[token: AddressLike], [bigint], "nonpayable">;

  rounds: TypedContractMethod<[], [string], "view">;

  sweep: TypedContractMethod<
    [round: BigNumberish, token: AddressLike],
    [bigint],
    "nonpayable"
  >;

  unrecorded: TypedContractMethod<[token: AddressLike], [bigint], "view">;

  getFunction<T extends ContractMethod = ContractMethod>(
    key: string | FunctionFragment
  ): T;

  getFunction(
    nameOrSignature: "CLAIM_ROUNDS"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "DEPLOYER"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "ETH"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "MAX_CLAIM_ROUNDS"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "RECORDING_GAS"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "accountOf"
  ): TypedContractMethod<
    [round: BigNumberish, token: AddressLike, node: BytesLike],
    [
      [bigint, bigint, bigint, bigint, bigint, bigint] & {
        received: bigint;
        claimed: bigint;
        claimable: bigint;
        pulled: bigint;
        pullable: bigint;
        dust: bigint;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "claim"
  ): TypedContractMethod<
    [
      round: BigNumberish,
      token: AddressLike,
      node: BytesLike,
      receiver: AddressLike
    ],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "claimFor"
  ): TypedContractMethod<
    [round: BigNumberish, token: AddressLike, node: BytesLike],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "claimMany"
  ): TypedContractMethod<
    [
      claims: { round: BigNumberish; token: AddressLike; node: BytesLike }[],
      receiver: AddressLike
    ],
    [bigint[]],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "claimable"
  ): TypedContractMethod<
    [round: BigNumberish, token: AddressLike, node: BytesLike],
    [bigint],
    "view"
  >;
  getFunction(
    nameOrSignature: "connect"
  ): TypedContractMethod<[rounds_: AddressLike], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "fund"
  ): TypedContractMethod<
    [token: AddressLike, amount: BigNumberish],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "fundETH"
  ): TypedContractMethod<[], [void], "payable">;
  getFunction(
    nameOrSignature: "held"
  ): TypedContractMethod<[token: AddressLike], [bigint], "view">;
  getFunction(
    nameOrSignature: "multicall"
  ): TypedContractMethod<[data: BytesLike[]], [string[]], "nonpayable">;
  getFunction(
    nameOrSignature: "permit"
  ): TypedContractMethod<
    [
      token: AddressLike,
      amount: BigNumberish,
      deadline: BigNumberish,
      v: BigNumberish,
      r: BytesLike,
      s: BytesLike
    ],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "potOf"
  ): TypedContractMethod<
    [round: BigNumberish, token: AddressLike],
    [
      [bigint, bigint, bigint, bigint, boolean] & {
        allotted: bigint;
        claimed: bigint;
        returned: bigint;
        swept: bigint;
        isSwept: boolean;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "pull"
  ): TypedContractMethod<
    [
      round: BigNumberish,
      token: AddressLike,
      parent: BytesLike,
      index: BigNumberish
    ],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "pullMany"
  ): TypedContractMethod<
    [
      round: BigNumberish,
      token: AddressLike,
      edges: { parent: BytesLike; index: BigNumberish }[]
    ],
    [bigint[]],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "pullable"
  ): TypedContractMethod<
    [
      round: BigNumberish,
      token: AddressLike,
      parent: BytesLike,
      index: BigNumberish
    ],
    [bigint],
    "view"
  >;
  getFunction(
    nameOrSignature: "pulledOf"
  ): TypedContractMethod<
    [
      round: BigNumberish,
      token: AddressLike,
      parent: BytesLike,
      count: BigNumberish
    ],
    [bigint[]],
    "view"
  >;
  getFunction(
    nameOrSignature: "record"
  ): TypedContractMethod<[token: AddressLike], [bigint], "nonpayable">;
  getFunction(
    nameOrSignature: "rounds"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "sweep"
  ): TypedContractMethod<
    [round: BigNumberish, token: AddressLike],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "unrecorded"
  ): TypedContractMethod<[token: AddressLike], [bigint], "view">;

  getEvent(
    key: "Claimed"
  ): TypedContractEvent<
    ClaimedEvent.InputTuple,
    ClaimedEvent.OutputTuple,
    ClaimedEvent.OutputObject
  >;
  getEvent(
    key: "Funded"
  ): TypedContractEvent<
    FundedEvent.InputTuple,
    FundedEvent.OutputTuple,
    FundedEvent.OutputObject
  >;
  getEvent(
    key: "Pulled"
  ): TypedContractEvent<
    PulledEvent.InputTuple,
    PulledEvent.OutputTuple,
    PulledEvent.OutputObject
  >;
  getEvent(
    key: "Recorded"
  ): TypedContractEvent<
    RecordedEvent.InputTuple,
    RecordedEvent.OutputTuple,
    RecordedEvent.OutputObject
  >;
  getEvent(
    key: "Returned"
  ): TypedContractEvent<
    ReturnedEvent.InputTuple,
    ReturnedEvent.OutputTuple,
    ReturnedEvent.OutputObject
  >;
  getEvent(
    key: "RoundsConnected"
  ): TypedContractEvent<
    RoundsConnectedEvent.InputTuple,
    RoundsConnectedEvent.OutputTuple,
    RoundsConnectedEvent.OutputObject
  >;
  getEvent(
    key: "Swept"
  ): TypedContractEvent<
    SweptEvent.InputTuple,
    SweptEvent.OutputTuple,
    SweptEvent.OutputObject
  >;

  filters: {
    "Claimed(uint256,address,bytes32,address,address,uint256)": TypedContractEvent<
      ClaimedEvent.InputTuple,
      ClaimedEvent.OutputTuple,
      ClaimedEvent.OutputObject
    >;
    Claimed: TypedContractEvent<
      ClaimedEvent.InputTuple,
      ClaimedEvent.OutputTuple,
      ClaimedEvent.OutputObject
    >;

    "Funded(address,address,uint256)": TypedContractEvent<
      FundedEvent.InputTuple,
      FundedEvent.OutputTuple,
      FundedEvent.OutputObject
    >;
    Funded: TypedContractEvent<
      FundedEvent.InputTuple,
      FundedEvent.OutputTuple,
      FundedEvent.OutputObject
    >;

    "Pulled(uint256,address,bytes32,bytes32,uint256,uint256)": TypedContractEvent<
      PulledEvent.InputTuple,
      PulledEvent.OutputTuple,
      PulledEvent.OutputObject
    >;
    Pulled: TypedContractEvent<
      PulledEvent.InputTuple,
      PulledEvent.OutputTuple,
      PulledEvent.OutputObject
    >;

    "Recorded(address,uint256,uint256)": TypedContractEvent<
      RecordedEvent.InputTuple,
      RecordedEvent.OutputTuple,
      RecordedEvent.OutputObject
    >;
    Recorded: TypedContractEvent<
      RecordedEvent.InputTuple,
      RecordedEvent.OutputTuple,
      RecordedEvent.OutputObject
    >;

    "Returned(uint256,address,uint256,uint256)": TypedContractEvent<
      ReturnedEvent.InputTuple,
      ReturnedEvent.OutputTuple,
      ReturnedEvent.OutputObject
    >;
    Returned: TypedContractEvent<
      ReturnedEvent.InputTuple,
      ReturnedEvent.OutputTuple,
      ReturnedEvent.OutputObject
    >;

    "RoundsConnected(address)": TypedContractEvent<
      RoundsConnectedEvent.InputTuple,
      RoundsConnectedEvent.OutputTuple,
      RoundsConnectedEvent.OutputObject
    >;
    RoundsConnected: TypedContractEvent<
      RoundsConnectedEvent.InputTuple,
      RoundsConnectedEvent.OutputTuple,
      RoundsConnectedEvent.OutputObject
    >;

    "Swept(uint256,address,uint256,uint256)": TypedContractEvent<
      SweptEvent.InputTuple,
      SweptEvent.OutputTuple,
      SweptEvent.OutputObject
    >;
    Swept: TypedContractEvent<
      SweptEvent.InputTuple,
      SweptEvent.OutputTuple,
      SweptEvent.OutputObject
    >;
  };
}
