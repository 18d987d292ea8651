// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import type { BigNumberish, BytesLike, FunctionFragment, Result, Interface, EventFragment, AddressLike, ContractRunner, ContractMethod } from "ethers";
import type { TypedContractEvent, TypedDeferredTopicFilter, TypedEventLog, TypedLogDescription, TypedContract, TypedContractMethod } from "./common.ts";

export interface EdgeRegistryInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "ATTESTATION_DELAY"
      | "BOND_BASE"
      | "DEPLOYER"
      | "GENESIS_ROOT"
      | "JURY"
      | "MONEY"
      | "REGISTRAR"
      | "TARGET"
      | "UNKNOWN"
      | "applyOptOut"
      | "attest"
      | "bondOf"
      | "challengeEdge"
      | "childAt"
      | "childCountAt"
      | "childrenAt"
      | "connect"
      | "credits"
      | "declare"
      | "declareChildren"
      | "eip712Domain"
      | "genesisHash"
      | "getCandidates"
      | "getDeclaration"
      | "getNode"
      | "importNodes"
      | "isSealed"
      | "isSeed"
      | "isSettled"
      | "maintainerOf"
      | "nonceOf"
      | "optOut"
      | "originalityAt"
      | "originalityRate"
      | "payeeOf"
      | "pendingMaintainerOf"
      | "proposeEdge"
      | "raiseLevel"
      | "roster"
      | "rosterAt"
      | "rosterSize"
      | "rounds"
      | "seal"
      | "setPayee"
      | "settle"
      | "touch"
      | "veto"
      | "withdraw"
      | "withdrawFor"
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      | "Attested"
      | "DeclarationSettled"
      | "Declared"
      | "EIP712DomainChanged"
      | "EdgeChallenged"
      | "EdgeProposed"
      | "EdgeSettled"
      | "LevelRaised"
      | "ListWritten"
      | "OptOutApplied"
      | "OptedOut"
      | "PayeeSet"
      | "RoundsConnected"
      | "Sealed"
      | "Settled"
      | "Touched"
      | "Vetoed"
      | "Withdrawn"
  ): EventFragment;

  encodeFunctionData(
    functionFragment: "ATTESTATION_DELAY",
    values?: undefined
  ): string;
  encodeFunctionData(functionFragment: "BOND_BASE", values?: undefined): string;
  encodeFunctionData(functionFragment: "DEPLOYER", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "GENESIS_ROOT",
    values?: undefined
  ): string;
  encodeFunctionData(functionFragment: "JURY", values?: undefined): string;
  encodeFunctionData(functionFragment: "MONEY", values?: undefined): string;
  encodeFunctionData(functionFragment: "REGISTRAR", values?: undefined): string;
  encodeFunctionData(functionFragment: "TARGET", values?: undefined): string;
  encodeFunctionData(functionFragment: "UNKNOWN", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "applyOptOut",
    values: [BytesLike, BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "attest",
    values: [BytesLike, AddressLike, BigNumberish, BigNumberish, BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "bondOf",
    values: [BytesLike, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "challengeEdge",
    values: [BytesLike, BytesLike, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "childAt",
    values: [BigNumberish, BytesLike, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "childCountAt",
    values: [BigNumberish, BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "childrenAt",
    values: [BigNumberish, BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "connect",
    values: [AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "credits",
    values: [AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "declare",
    values: [BytesLike, BigNumberish[], BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "declareChildren",
    values: [BytesLike, BytesLike[], BigNumberish[], BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "eip712Domain",
    values?: undefined
  ): string;
  encodeFunctionData(
    functionFragment: "genesisHash",
    values?: undefined
  ): string;
  encodeFunctionData(
    functionFragment: "getCandidates",
    values: [BigNumberish, BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "getDeclaration",
    values: [BigNumberish, BytesLike]
  ): string;
  encodeFunctionData(functionFragment: "getNode", values: [BytesLike]): string;
  encodeFunctionData(
    functionFragment: "importNodes",
    values: [
      {
        node: BytesLike;
        originality: BigNumberish;
        children: BytesLike[];
        weights: BigNumberish[];
      }[]
    ]
  ): string;
  encodeFunctionData(functionFragment: "isSealed", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "isSeed",
    values: [BigNumberish, BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "isSettled",
    values: [BigNumberish, BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "maintainerOf",
    values: [BytesLike]
  ): string;
  encodeFunctionData(functionFragment: "nonceOf", values: [BytesLike]): string;
  encodeFunctionData(functionFragment: "optOut", values: [BytesLike]): string;
  encodeFunctionData(
    functionFragment: "originalityAt",
    values: [BigNumberish, BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "originalityRate",
    values: [BigNumberish, BytesLike]
  ): string;
  encodeFunctionData(functionFragment: "payeeOf", values: [BytesLike]): string;
  encodeFunctionData(
    functionFragment: "pendingMaintainerOf",
    values: [BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "proposeEdge",
    values: [BytesLike, string, BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "raiseLevel",
    values: [BytesLike, BytesLike, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "roster",
    values: [BigNumberish, BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "rosterAt",
    values: [BigNumberish, BytesLike, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "rosterSize",
    values: [BigNumberish, BytesLike]
  ): string;
  encodeFunctionData(functionFragment: "rounds", values?: undefined): string;
  encodeFunctionData(functionFragment: "seal", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "setPayee",
    values: [BytesLike, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "settle",
    values: [
      BigNumberish,
      BytesLike,
      {
        weights: BigNumberish[];
        payouts: BigNumberish[];
        originality: BigNumberish;
        originalityPayout: BigNumberish;
        liquidity: BigNumberish;
        share: BigNumberish;
        originalityLiquidity: BigNumberish;
        originalityShare: BigNumberish;
      }
    ]
  ): string;
  encodeFunctionData(functionFragment: "touch", values: [BytesLike]): string;
  encodeFunctionData(functionFragment: "veto", values: [BytesLike]): string;
  encodeFunctionData(
    functionFragment: "withdraw",
    values: [AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "withdrawFor",
    values: [AddressLike]
  ): string;

  decodeFunctionResult(
    functionFragment: "ATTESTATION_DELAY",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "BOND_BASE", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "DEPLOYER", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "GENESIS_ROOT",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "JURY", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "MONEY", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "REGISTRAR", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "TARGET", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "UNKNOWN", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "applyOptOut",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "attest", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "bondOf", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "challengeEdge",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "childAt", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "childCountAt",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "childrenAt", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "connect", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "credits", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "declare", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "declareChildren",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "eip712Domain",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "genesisHash",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "getCandidates",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "getDeclaration",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "getNode", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "importNodes",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "isSealed", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "isSeed", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "isSettled", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "maintainerOf",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "nonceOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "optOut", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "originalityAt",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "originalityRate",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "payeeOf", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "pendingMaintainerOf",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "proposeEdge",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "raiseLevel", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "roster", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "rosterAt", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "rosterSize", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "rounds", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "seal", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "setPayee", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "settle", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "touch", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "veto", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "withdraw", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "withdrawFor",
    data: BytesLike
  ): Result;
}

export namespace AttestedEvent {
  export type InputTuple = [
    node: BytesLike,
    maintainer: AddressLike,
    nonce: BigNumberish,
    effectiveAt: BigNumberish
  ];
  export type OutputTuple = [
    node: string,
    maintainer: string,
    nonce: bigint,
    effectiveAt: bigint
  ];
  export interface OutputObject {
    node: string;
    maintainer: string;
    nonce: bigint;
    effectiveAt: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace DeclarationSettledEvent {
  export type InputTuple = [
    round: BigNumberish,
    node: BytesLike,
    declarer: AddressLike,
    charge: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    node: string,
    declarer: string,
    charge: bigint
  ];
  export interface OutputObject {
    round: bigint;
    node: string;
    declarer: string;
    charge: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace DeclaredEvent {
  export type InputTuple = [
    round: BigNumberish,
    node: BytesLike,
    declarer: AddressLike,
    weights: BigNumberish[],
    originality: BigNumberish,
    weightBond: BigNumberish,
    originalityBond: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    node: string,
    declarer: string,
    weights: bigint[],
    originality: bigint,
    weightBond: bigint,
    originalityBond: bigint
  ];
  export interface OutputObject {
    round: bigint;
    node: string;
    declarer: string;
    weights: bigint[];
    originality: bigint;
    weightBond: bigint;
    originalityBond: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace EIP712DomainChangedEvent {
  export type InputTuple = [];
  export type OutputTuple = [];
  export interface OutputObject {}
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace EdgeChallengedEvent {
  export type InputTuple = [
    round: BigNumberish,
    parent: BytesLike,
    child: BytesLike,
    challenger: AddressLike,
    stake: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    parent: string,
    child: string,
    challenger: string,
    stake: bigint
  ];
  export interface OutputObject {
    round: bigint;
    parent: string;
    child: string;
    challenger: string;
    stake: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace EdgeProposedEvent {
  export type InputTuple = [
    round: BigNumberish,
    parent: BytesLike,
    child: BytesLike,
    proposer: AddressLike,
    project: string,
    index: BigNumberish,
    rate: BigNumberish,
    slotBond: BigNumberish,
    rateBond: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    parent: string,
    child: string,
    proposer: string,
    project: string,
    index: bigint,
    rate: bigint,
    slotBond: bigint,
    rateBond: bigint
  ];
  export interface OutputObject {
    round: bigint;
    parent: string;
    child: string;
    proposer: string;
    project: string;
    index: bigint;
    rate: bigint;
    slotBond: bigint;
    rateBond: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace EdgeSettledEvent {
  export type InputTuple = [
    round: BigNumberish,
    parent: BytesLike,
    child: BytesLike,
    kept: boolean,
    charge: BigNumberish,
    slashed: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    parent: string,
    child: string,
    kept: boolean,
    charge: bigint,
    slashed: bigint
  ];
  export interface OutputObject {
    round: bigint;
    parent: string;
    child: string;
    kept: boolean;
    charge: bigint;
    slashed: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace LevelRaisedEvent {
  export type InputTuple = [node: BytesLike, level: BigNumberish];
  export type OutputTuple = [node: string, level: bigint];
  export interface OutputObject {
    node: string;
    level: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace ListWrittenEvent {
  export type InputTuple = [
    round: BigNumberish,
    node: BytesLike,
    originality: BigNumberish,
    children: BytesLike[],
    weights: BigNumberish[]
  ];
  export type OutputTuple = [
    round: bigint,
    node: string,
    originality: bigint,
    children: string[],
    weights: bigint[]
  ];
  export interface OutputObject {
    round: bigint;
    node: string;
    originality: bigint;
    children: string[];
    weights: bigint[];
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace OptOutAppliedEvent {
  export type InputTuple = [
    round: BigNumberish,
    parent: BytesLike,
    child: BytesLike
  ];
  export type OutputTuple = [round: bigint, parent: string, child: string];
  export interface OutputObject {
    round: bigint;
    parent: string;
    child: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace OptedOutEvent {
  export type InputTuple = [node: BytesLike, round: BigNumberish];
  export type OutputTuple = [node: string, round: bigint];
  export interface OutputObject {
    node: string;
    round: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace PayeeSetEvent {
  export type InputTuple = [node: BytesLike, payee: AddressLike];
  export type OutputTuple = [node: string, payee: string];
  export interface OutputObject {
    node: string;
    payee: string;
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

export namespace SealedEvent {
  export type InputTuple = [root: BytesLike];
  export type OutputTuple = [root: string];
  export interface OutputObject {
    root: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SettledEvent {
  export type InputTuple = [
    round: BigNumberish,
    node: BytesLike,
    compensation: BigNumberish,
    slashed: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    node: string,
    compensation: bigint,
    slashed: bigint
  ];
  export interface OutputObject {
    round: bigint;
    node: string;
    compensation: bigint;
    slashed: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace TouchedEvent {
  export type InputTuple = [round: BigNumberish, node: BytesLike];
  export type OutputTuple = [round: bigint, node: string];
  export interface OutputObject {
    round: bigint;
    node: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace VetoedEvent {
  export type InputTuple = [
    node: BytesLike,
    maintainer: AddressLike,
    vetoed: AddressLike
  ];
  export type OutputTuple = [node: string, maintainer: string, vetoed: string];
  export interface OutputObject {
    node: string;
    maintainer: string;
    vetoed: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace WithdrawnEvent {
  export type InputTuple = [
    account: AddressLike,
    receiver: AddressLike,
    amount: BigNumberish
  ];
  export type OutputTuple = [account: string, receiver: string, amount: bigint];
  export interface OutputObject {
    account: string;
    receiver: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export interface EdgeRegistry extends TypedContract {
  connect(runner?: ContractRunner | null): EdgeRegistry;
  waitForDeployment(): Promise<this>;

  interface: EdgeRegistryInterface;

  ATTESTATION_DELAY: TypedContractMethod<[], [bigint], "view">;

  BOND_BASE: TypedContractMethod<[], [bigint], "view">;

  DEPLOYER: TypedContractMethod<[], [string], "view">;

  GENESIS_ROOT: TypedContractMethod<[], [string], "view">;

  JURY: TypedContractMethod<[], [string], "view">;

  MONEY: TypedContractMethod<[], [string], "view">;

  REGISTRAR: TypedContractMethod<[], [string], "view">;

  TARGET: TypedContractMethod<[], [string], "view">;

  UNKNOWN: TypedContractMethod<[], [string], "view">;

  applyOptOut: TypedContractMethod<
    [parent: BytesLike, child: BytesLike],
    [void],
    "nonpayable"
  >;

  attest: TypedContractMethod<
    [
      node: BytesLike,
      maintainer: AddressLike,
      nonce: BigNumberish,
      deadline: BigNumberish,
      signature: BytesLike
    ],
    [void],
    "nonpayable"
  >;

  bondOf: TypedContractMethod<
    [parent: BytesLike, rate: BigNumberish],
    [[bigint, bigint] & { slotBond: bigint; rateBond: bigint }],
    "view"
  >;

  challengeEdge: TypedContractMethod<
    [parent: BytesLike, child: BytesLike, maxStake: BigNumberish],
    [bigint],
    "nonpayable"
  >;

  childAt: TypedContractMethod<
    [round: BigNumberish, node: BytesLike, index: BigNumberish],
    [[string, bigint] & { child: string; weight: bigint }],
    "view"
  >;

  childCountAt: TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [bigint],
    "view"
  >;

  childrenAt: TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [[string[], bigint[]] & { children: string[]; weights: bigint[] }],
    "view"
  >;

  credits: TypedContractMethod<[account: AddressLike], [bigint], "view">;

  declare: TypedContractMethod<
    [
      node: BytesLike,
      weights: BigNumberish[],
      originality: BigNumberish,
      maxBond: BigNumberish
    ],
    [bigint],
    "nonpayable"
  >;

  declareChildren: TypedContractMethod<
    [
      node: BytesLike,
      children: BytesLike[],
      weights: BigNumberish[],
      originality: BigNumberish
    ],
    [void],
    "nonpayable"
  >;

  eip712Domain: TypedContractMethod<
    [],
    [
      [string, string, string, bigint, string, string, bigint[]] & {
        fields: string;
        name: string;
        version: string;
        chainId: bigint;
        verifyingContract: string;
        salt: string;
        extensions: bigint[];
      }
    ],
    "view"
  >;

  genesisHash: TypedContractMethod<[], [string], "view">;

  getCandidates: TypedContractMethod<
    [round: BigNumberish, parent: BytesLike],
    [
      [string, string, bigint, bigint, bigint, string] &
        {
          child: string;
          proposer: string;
          rate: bigint;
          slotBond: bigint;
          rateBond: bigint;
          challenger: string;
        }[]
    ],
    "view"
  >;

  getDeclaration: TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [
      [string, bigint, bigint[], bigint, bigint] & {
        declarer: string;
        originality: bigint;
        weights: bigint[];
        weightBond: bigint;
        originalityBond: bigint;
      }
    ],
    "view"
  >;

  getNode: TypedContractMethod<
    [node: BytesLike],
    [
      [boolean, bigint, bigint, bigint, bigint, bigint] & {
        known: boolean;
        level: bigint;
        touchedRound: bigint;
        settledRound: bigint;
        optOutRound: bigint;
        declaredRound: bigint;
      }
    ],
    "view"
  >;

  importNodes: TypedContractMethod<
    [
      nodes: {
        node: BytesLike;
        originality: BigNumberish;
        children: BytesLike[];
        weights: BigNumberish[];
      }[]
    ],
    [void],
    "nonpayable"
  >;

  isSealed: TypedContractMethod<[], [boolean], "view">;

  isSeed: TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [boolean],
    "view"
  >;

  isSettled: TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [boolean],
    "view"
  >;

  maintainerOf: TypedContractMethod<[node: BytesLike], [string], "view">;

  nonceOf: TypedContractMethod<[node: BytesLike], [bigint], "view">;

  optOut: TypedContractMethod<[node: BytesLike], [void], "nonpayable">;

  originalityAt: TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [bigint],
    "view"
  >;

  originalityRate: TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [bigint],
    "view"
  >;

  payeeOf: TypedContractMethod<[node: BytesLike], [string], "view">;

  pendingMaintainerOf: TypedContractMethod<
    [node: BytesLike],
    [[string, bigint] & { maintainer: string; effectiveAt: bigint }],
    "view"
  >;

  proposeEdge: TypedContractMethod<
    [
      parent: BytesLike,
      project: string,
      rate: BigNumberish,
      maxBond: BigNumberish
    ],
    [[string, bigint] & { child: string; bond: bigint }],
    "nonpayable"
  >;

  raiseLevel: TypedContractMethod<
    [node: BytesLike, parent: BytesLike, steps: BigNumberish],
    [void],
    "nonpayable"
  >;

  roster: TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [[string[], bigint[]] & { children: string[]; rates: bigint[] }],
    "view"
  >;

  rosterAt: TypedContractMethod<
    [round: BigNumberish, node: BytesLike, index: BigNumberish],
    [string],
    "view"
  >;

  rosterSize: TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [bigint],
    "view"
  >;

  rounds: TypedContractMethod<[], [string], "view">;

  seal: TypedContractMethod<[], [void], "nonpayable">;

  setPayee: TypedContractMethod<
    [node: BytesLike, payee: AddressLike],
    [void],
    "nonpayable"
  >;

  settle: TypedContractMethod<
    [
      round: BigNumberish,
      node: BytesLike,
      outcome: {
        weights: BigNumberish[];
        payouts: BigNumberish[];
        originality: BigNumberish;
        originalityPayout: BigNumberish;
        liquidity: BigNumberish;
        share: BigNumberish;
        originalityLiquidity: BigNumberish;
        originalityShare: BigNumberish;
      }
    ],
    [bigint],
    "nonpayable"
  >;

  touch: TypedContractMethod<[node: BytesLike], [void], "nonpayable">;

  veto: TypedContractMethod<[node: BytesLike], [void], "nonpayable">;

  withdraw: TypedContractMethod<
    [receiver: AddressLike],
    [bigint],
    "nonpayable"
  >;

  withdrawFor: TypedContractMethod<
    [account: AddressLike],
    [bigint],
    "nonpayable"
  >;

  getFunction<T extends ContractMethod = ContractMethod>(
    key: string | FunctionFragment
  ): T;

  getFunction(
    nameOrSignature: "ATTESTATION_DELAY"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "BOND_BASE"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "DEPLOYER"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "GENESIS_ROOT"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "JURY"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "MONEY"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "REGISTRAR"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "TARGET"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "UNKNOWN"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "applyOptOut"
  ): TypedContractMethod<
    [parent: BytesLike, child: BytesLike],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "attest"
  ): TypedContractMethod<
    [
      node: BytesLike,
      maintainer: AddressLike,
      nonce: BigNumberish,
      deadline: BigNumberish,
      signature: BytesLike
    ],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "bondOf"
  ): TypedContractMethod<
    [parent: BytesLike, rate: BigNumberish],
    [[bigint, bigint] & { slotBond: bigint; rateBond: bigint }],
    "view"
  >;
  getFunction(
    nameOrSignature: "challengeEdge"
  ): TypedContractMethod<
    [parent: BytesLike, child: BytesLike, maxStake: BigNumberish],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "childAt"
  ): TypedContractMethod<
    [round: BigNumberish, node: BytesLike, index: BigNumberish],
    [[string, bigint] & { child: string; weight: bigint }],
    "view"
  >;
  getFunction(
    nameOrSignature: "childCountAt"
  ): TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [bigint],
    "view"
  >;
  getFunction(
    nameOrSignature: "childrenAt"
  ): TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [[string[], bigint[]] & { children: string[]; weights: bigint[] }],
    "view"
  >;
  getFunction(
    nameOrSignature: "connect"
  ): TypedContractMethod<[rounds_: AddressLike], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "credits"
  ): TypedContractMethod<[account: AddressLike], [bigint], "view">;
  getFunction(
    nameOrSignature: "declare"
  ): TypedContractMethod<
    [
      node: BytesLike,
      weights: BigNumberish[],
      originality: BigNumberish,
      maxBond: BigNumberish
    ],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "declareChildren"
  ): TypedContractMethod<
    [
      node: BytesLike,
      children: BytesLike[],
      weights: BigNumberish[],
      originality: BigNumberish
    ],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "eip712Domain"
  ): TypedContractMethod<
    [],
    [
      [string, string, string, bigint, string, string, bigint[]] & {
        fields: string;
        name: string;
        version: string;
        chainId: bigint;
        verifyingContract: string;
        salt: string;
        extensions: bigint[];
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "genesisHash"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "getCandidates"
  ): TypedContractMethod<
    [round: BigNumberish, parent: BytesLike],
    [
      [string, string, bigint, bigint, bigint, string] &
        {
          child: string;
          proposer: string;
          rate: bigint;
          slotBond: bigint;
          rateBond: bigint;
          challenger: string;
        }[]
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "getDeclaration"
  ): TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [
      [string, bigint, bigint[], bigint, bigint] & {
        declarer: string;
        originality: bigint;
        weights: bigint[];
        weightBond: bigint;
        originalityBond: bigint;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "getNode"
  ): TypedContractMethod<
    [node: BytesLike],
    [
      [boolean, bigint, bigint, bigint, bigint, bigint] & {
        known: boolean;
        level: bigint;
        touchedRound: bigint;
        settledRound: bigint;
        optOutRound: bigint;
        declaredRound: bigint;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "importNodes"
  ): TypedContractMethod<
    [
      nodes: {
        node: BytesLike;
        originality: BigNumberish;
        children: BytesLike[];
        weights: BigNumberish[];
      }[]
    ],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "isSealed"
  ): TypedContractMethod<[], [boolean], "view">;
  getFunction(
    nameOrSignature: "isSeed"
  ): TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [boolean],
    "view"
  >;
  getFunction(
    nameOrSignature: "isSettled"
  ): TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [boolean],
    "view"
  >;
  getFunction(
    nameOrSignature: "maintainerOf"
  ): TypedContractMethod<[node: BytesLike], [string], "view">;
  getFunction(
    nameOrSignature: "nonceOf"
  ): TypedContractMethod<[node: BytesLike], [bigint], "view">;
  getFunction(
    nameOrSignature: "optOut"
  ): TypedContractMethod<[node: BytesLike], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "originalityAt"
  ): TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [bigint],
    "view"
  >;
  getFunction(
    nameOrSignature: "originalityRate"
  ): TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [bigint],
    "view"
  >;
  getFunction(
    nameOrSignature: "payeeOf"
  ): TypedContractMethod<[node: BytesLike], [string], "view">;
  getFunction(
    nameOrSignature: "pendingMaintainerOf"
  ): TypedContractMethod<
    [node: BytesLike],
    [[string, bigint] & { maintainer: string; effectiveAt: bigint }],
    "view"
  >;
  getFunction(
    nameOrSignature: "proposeEdge"
  ): TypedContractMethod<
    [
      parent: BytesLike,
      project: string,
      rate: BigNumberish,
      maxBond: BigNumberish
    ],
    [[string, bigint] & { child: string; bond: bigint }],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "raiseLevel"
  ): TypedContractMethod<
    [node: BytesLike, parent: BytesLike, steps: BigNumberish],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "roster"
  ): TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [[string[], bigint[]] & { children: string[]; rates: bigint[] }],
    "view"
  >;
  getFunction(
    nameOrSignature: "rosterAt"
  ): TypedContractMethod<
    [round: BigNumberish, node: BytesLike, index: BigNumberish],
    [string],
    "view"
  >;
  getFunction(
    nameOrSignature: "rosterSize"
  ): TypedContractMethod<
    [round: BigNumberish, node: BytesLike],
    [bigint],
    "view"
  >;
  getFunction(
    nameOrSignature: "rounds"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "seal"
  ): TypedContractMethod<[], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "setPayee"
  ): TypedContractMethod<
    [node: BytesLike, payee: AddressLike],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "settle"
  ): TypedContractMethod<
    [
      round: BigNumberish,
      node: BytesLike,
      outcome: {
        weights: BigNumberish[];
        payouts: BigNumberish[];
        originality: BigNumberish;
        originalityPayout: BigNumberish;
        liquidity: BigNumberish;
        share: BigNumberish;
        originalityLiquidity: BigNumberish;
        originalityShare: BigNumberish;
      }
    ],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "touch"
  ): TypedContractMethod<[node: BytesLike], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "veto"
  ): TypedContractMethod<[node: BytesLike], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "withdraw"
  ): TypedContractMethod<[receiver: AddressLike], [bigint], "nonpayable">;
  getFunction(
    nameOrSignature: "withdrawFor"
  ): TypedContractMethod<[account: AddressLike], [bigint], "nonpayable">;

  getEvent(
    key: "Attested"
  ): TypedContractEvent<
    AttestedEvent.InputTuple,
    AttestedEvent.OutputTuple,
    AttestedEvent.OutputObject
  >;
  getEvent(
    key: "DeclarationSettled"
  ): TypedContractEvent<
    DeclarationSettledEvent.InputTuple,
    DeclarationSettledEvent.OutputTuple,
    DeclarationSettledEvent.OutputObject
  >;
  getEvent(
    key: "Declared"
  ): TypedContractEvent<
    DeclaredEvent.InputTuple,
    DeclaredEvent.OutputTuple,
    DeclaredEvent.OutputObject
  >;
  getEvent(
    key: "EIP712DomainChanged"
  ): TypedContractEvent<
    EIP712DomainChangedEvent.InputTuple,
    EIP712DomainChangedEvent.OutputTuple,
    EIP712DomainChangedEvent.OutputObject
  >;
  getEvent(
    key: "EdgeChallenged"
  ): TypedContractEvent<
    EdgeChallengedEvent.InputTuple,
    EdgeChallengedEvent.OutputTuple,
    EdgeChallengedEvent.OutputObject
  >;
  getEvent(
    key: "EdgeProposed"
  ): TypedContractEvent<
    EdgeProposedEvent.InputTuple,
    EdgeProposedEvent.OutputTuple,
    EdgeProposedEvent.OutputObject
  >;
  getEvent(
    key: "EdgeSettled"
  ): TypedContractEvent<
    EdgeSettledEvent.InputTuple,
    EdgeSettledEvent.OutputTuple,
    EdgeSettledEvent.OutputObject
  >;
  getEvent(
    key: "LevelRaised"
  ): TypedContractEvent<
    LevelRaisedEvent.InputTuple,
    LevelRaisedEvent.OutputTuple,
    LevelRaisedEvent.OutputObject
  >;
  getEvent(
    key: "ListWritten"
  ): TypedContractEvent<
    ListWrittenEvent.InputTuple,
    ListWrittenEvent.OutputTuple,
    ListWrittenEvent.OutputObject
  >;
  getEvent(
    key: "OptOutApplied"
  ): TypedContractEvent<
    OptOutAppliedEvent.InputTuple,
    OptOutAppliedEvent.OutputTuple,
    OptOutAppliedEvent.OutputObject
  >;
  getEvent(
    key: "OptedOut"
  ): TypedContractEvent<
    OptedOutEvent.InputTuple,
    OptedOutEvent.OutputTuple,
    OptedOutEvent.OutputObject
  >;
  getEvent(
    key: "PayeeSet"
  ): TypedContractEvent<
    PayeeSetEvent.InputTuple,
    PayeeSetEvent.OutputTuple,
    PayeeSetEvent.OutputObject
  >;
  getEvent(
    key: "RoundsConnected"
  ): TypedContractEvent<
    RoundsConnectedEvent.InputTuple,
    RoundsConnectedEvent.OutputTuple,
    RoundsConnectedEvent.OutputObject
  >;
  getEvent(
    key: "Sealed"
  ): TypedContractEvent<
    SealedEvent.InputTuple,
    SealedEvent.OutputTuple,
    SealedEvent.OutputObject
  >;
  getEvent(
    key: "Settled"
  ): TypedContractEvent<
    SettledEvent.InputTuple,
    SettledEvent.OutputTuple,
    SettledEvent.OutputObject
  >;
  getEvent(
    key: "Touched"
  ): TypedContractEvent<
    TouchedEvent.InputTuple,
    TouchedEvent.OutputTuple,
    TouchedEvent.OutputObject
  >;
  getEvent(
    key: "Vetoed"
  ): TypedContractEvent<
    VetoedEvent.InputTuple,
    VetoedEvent.OutputTuple,
    VetoedEvent.OutputObject
  >;
  getEvent(
    key: "Withdrawn"
  ): TypedContractEvent<
    WithdrawnEvent.InputTuple,
    WithdrawnEvent.OutputTuple,
    WithdrawnEvent.OutputObject
  >;

  filters: {
    "Attested(bytes32,address,uint256,uint256)": TypedContractEvent<
      AttestedEvent.InputTuple,
      AttestedEvent.OutputTuple,
      AttestedEvent.OutputObject
    >;
    Attested: TypedContractEvent<
      AttestedEvent.InputTuple,
      AttestedEvent.OutputTuple,
      AttestedEvent.OutputObject
    >;

    "DeclarationSettled(uint256,bytes32,address,uint256)": TypedContractEvent<
      DeclarationSettledEvent.InputTuple,
      DeclarationSettledEvent.OutputTuple,
      DeclarationSettledEvent.OutputObject
    >;
    DeclarationSettled: TypedContractEvent<
      DeclarationSettledEvent.InputTuple,
      DeclarationSettledEvent.OutputTuple,
      DeclarationSettledEvent.OutputObject
    >;

    "Declared(uint256,bytes32,address,uint256[],uint256,uint256,uint256)": TypedContractEvent<
      DeclaredEvent.InputTuple,
      DeclaredEvent.OutputTuple,
      DeclaredEvent.OutputObject
    >;
    Declared: TypedContractEvent<
      DeclaredEvent.InputTuple,
      DeclaredEvent.OutputTuple,
      DeclaredEvent.OutputObject
    >;

    "EIP712DomainChanged()": TypedContractEvent<
      EIP712DomainChangedEvent.InputTuple,
      EIP712DomainChangedEvent.OutputTuple,
      EIP712DomainChangedEvent.OutputObject
    >;
    EIP712DomainChanged: TypedContractEvent<
      EIP712DomainChangedEvent.InputTuple,
      EIP712DomainChangedEvent.OutputTuple,
      EIP712DomainChangedEvent.OutputObject
    >;

    "EdgeChallenged(uint256,bytes32,bytes32,address,uint256)": TypedContractEvent<
      EdgeChallengedEvent.InputTuple,
      EdgeChallengedEvent.OutputTuple,
      EdgeChallengedEvent.OutputObject
    >;
    EdgeChallenged: TypedContractEvent<
      EdgeChallengedEvent.InputTuple,
      EdgeChallengedEvent.OutputTuple,
      EdgeChallengedEvent.OutputObject
    >;

    "EdgeProposed(uint256,bytes32,bytes32,address,string,uint256,uint256,uint256,uint256)": TypedContractEvent<
      EdgeProposedEvent.InputTuple,
      EdgeProposedEvent.OutputTuple,
      EdgeProposedEvent.OutputObject
    >;
    EdgeProposed: TypedContractEvent<
      EdgeProposedEvent.InputTuple,
      EdgeProposedEvent.OutputTuple,
      EdgeProposedEvent.OutputObject
    >;

    "EdgeSettled(uint256,bytes32,bytes32,bool,uint256,uint256)": TypedContractEvent<
      EdgeSettledEvent.InputTuple,
      EdgeSettledEvent.OutputTuple,
      EdgeSettledEvent.OutputObject
    >;
    EdgeSettled: TypedContractEvent<
      EdgeSettledEvent.InputTuple,
      EdgeSettledEvent.OutputTuple,
      EdgeSettledEvent.OutputObject
    >;

    "LevelRaised(bytes32,uint256)": TypedContractEvent<
      LevelRaisedEvent.InputTuple,
      LevelRaisedEvent.OutputTuple,
      LevelRaisedEvent.OutputObject
    >;
    LevelRaised: TypedContractEvent<
      LevelRaisedEvent.InputTuple,
      LevelRaisedEvent.OutputTuple,
      LevelRaisedEvent.OutputObject
    >;

    "ListWritten(uint256,bytes32,uint256,bytes32[],uint256[])": TypedContractEvent<
      ListWrittenEvent.InputTuple,
      ListWrittenEvent.OutputTuple,
      ListWrittenEvent.OutputObject
    >;
    ListWritten: TypedContractEvent<
      ListWrittenEvent.InputTuple,
      ListWrittenEvent.OutputTuple,
      ListWrittenEvent.OutputObject
    >;

    "OptOutApplied(uint256,bytes32,bytes32)": TypedContractEvent<
      OptOutAppliedEvent.InputTuple,
      OptOutAppliedEvent.OutputTuple,
      OptOutAppliedEvent.OutputObject
    >;
    OptOutApplied: TypedContractEvent<
      OptOutAppliedEvent.InputTuple,
      OptOutAppliedEvent.OutputTuple,
      OptOutAppliedEvent.OutputObject
    >;

    "OptedOut(bytes32,uint256)": TypedContractEvent<
      OptedOutEvent.InputTuple,
      OptedOutEvent.OutputTuple,
      OptedOutEvent.OutputObject
    >;
    OptedOut: TypedContractEvent<
      OptedOutEvent.InputTuple,
      OptedOutEvent.OutputTuple,
      OptedOutEvent.OutputObject
    >;

    "PayeeSet(bytes32,address)": TypedContractEvent<
      PayeeSetEvent.InputTuple,
      PayeeSetEvent.OutputTuple,
      PayeeSetEvent.OutputObject
    >;
    PayeeSet: TypedContractEvent<
      PayeeSetEvent.InputTuple,
      PayeeSetEvent.OutputTuple,
      PayeeSetEvent.OutputObject
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

    "Sealed(bytes32)": TypedContractEvent<
      SealedEvent.InputTuple,
      SealedEvent.OutputTuple,
      SealedEvent.OutputObject
    >;
    Sealed: TypedContractEvent<
      SealedEvent.InputTuple,
      SealedEvent.OutputTuple,
      SealedEvent.OutputObject
    >;

    "Settled(uint256,bytes32,uint256,uint256)": TypedContractEvent<
      SettledEvent.InputTuple,
      SettledEvent.OutputTuple,
      SettledEvent.OutputObject
    >;
    Settled: TypedContractEvent<
      SettledEvent.InputTuple,
      SettledEvent.OutputTuple,
      SettledEvent.OutputObject
    >;

    "Touched(uint256,bytes32)": TypedContractEvent<
      TouchedEvent.InputTuple,
      TouchedEvent.OutputTuple,
      TouchedEvent.OutputObject
    >;
    Touched: TypedContractEvent<
      TouchedEvent.InputTuple,
      TouchedEvent.OutputTuple,
      TouchedEvent.OutputObject
    >;

    "Vetoed(bytes32,address,address)": TypedContractEvent<
      VetoedEvent.InputTuple,
      VetoedEvent.OutputTuple,
      VetoedEvent.OutputObject
    >;
    Vetoed: TypedContractEvent<
      VetoedEvent.InputTuple,
      VetoedEvent.OutputTuple,
      VetoedEvent.OutputObject
    >;

    "Withdrawn(address,address,uint256)": TypedContractEvent<
      WithdrawnEvent.InputTuple,
      WithdrawnEvent.OutputTuple,
      WithdrawnEvent.OutputObject
    >;
    Withdrawn: TypedContractEvent<
      WithdrawnEvent.InputTuple,
      WithdrawnEvent.OutputTuple,
      WithdrawnEvent.OutputObject
    >;
  };
}
