// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import type { BigNumberish, BytesLike, FunctionFragment, Result, Interface, EventFragment, AddressLike, ContractRunner, ContractMethod } from "ethers";
import type { TypedContractEvent, TypedDeferredTopicFilter, TypedEventLog, TypedLogDescription, TypedContract, TypedContractMethod } from "./common.ts";

export interface MarketsInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "addReserve"
      | "allowance"
      | "approve"
      | "balanceOf"
      | "computeMarket"
      | "convert"
      | "createMarket"
      | "decimals"
      | "exit"
      | "getMarket"
      | "getOutcomes"
      | "getPayouts"
      | "getPool"
      | "getTwap"
      | "isOperator"
      | "join"
      | "merge"
      | "mergePair"
      | "multicall"
      | "name"
      | "openPool"
      | "permit"
      | "quote"
      | "recentre"
      | "redeem"
      | "redeemTo"
      | "report"
      | "setOperator"
      | "settleVolatility"
      | "split"
      | "splitPair"
      | "supportsInterface"
      | "symbol"
      | "trade"
      | "transfer"
      | "transferBatch"
      | "transferFrom"
      | "unconvert"
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      | "Approval"
      | "Converted"
      | "LiquidityAdded"
      | "LiquidityRemoved"
      | "MarketCreated"
      | "OperatorSet"
      | "PairsChanged"
      | "PoolOpened"
      | "Recentred"
      | "Redeemed"
      | "ReserveAdded"
      | "ReserveReleased"
      | "Resolved"
      | "SetsChanged"
      | "Traded"
      | "Transfer"
  ): EventFragment;

  encodeFunctionData(
    functionFragment: "addReserve",
    values: [BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "allowance",
    values: [AddressLike, AddressLike, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "approve",
    values: [AddressLike, BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "balanceOf",
    values: [AddressLike, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "computeMarket",
    values: [
      AddressLike,
      {
        asset: AddressLike;
        assetId: BigNumberish;
        resolver: AddressLike;
        opener: AddressLike;
        outcomes: BigNumberish;
        closesAt: BigNumberish;
        twapWindow: BigNumberish;
        feeRate: BigNumberish;
        alpha: BigNumberish;
        context: BytesLike;
      }
    ]
  ): string;
  encodeFunctionData(
    functionFragment: "convert",
    values: [BigNumberish, BigNumberish, BigNumberish, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "createMarket",
    values: [
      {
        asset: AddressLike;
        assetId: BigNumberish;
        resolver: AddressLike;
        opener: AddressLike;
        outcomes: BigNumberish;
        closesAt: BigNumberish;
        twapWindow: BigNumberish;
        feeRate: BigNumberish;
        alpha: BigNumberish;
        context: BytesLike;
      }
    ]
  ): string;
  encodeFunctionData(
    functionFragment: "decimals",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "exit",
    values: [BigNumberish, BigNumberish, boolean, BigNumberish, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "getMarket",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "getOutcomes",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "getPayouts",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "getPool",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "getTwap",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "isOperator",
    values: [AddressLike, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "join",
    values: [
      BigNumberish,
      BigNumberish,
      BigNumberish,
      BigNumberish[],
      BigNumberish,
      AddressLike
    ]
  ): string;
  encodeFunctionData(
    functionFragment: "merge",
    values: [BigNumberish, BigNumberish, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "mergePair",
    values: [BigNumberish, BigNumberish, BigNumberish, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "multicall",
    values: [BytesLike[]]
  ): string;
  encodeFunctionData(functionFragment: "name", values: [BigNumberish]): string;
  encodeFunctionData(
    functionFragment: "openPool",
    values: [BigNumberish, BigNumberish[], BigNumberish, AddressLike]
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
    functionFragment: "quote",
    values: [
      BigNumberish,
      { outcome: BigNumberish; short: boolean; amount: BigNumberish }[]
    ]
  ): string;
  encodeFunctionData(
    functionFragment: "recentre",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "redeem",
    values: [BigNumberish[], BigNumberish[], AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "redeemTo",
    values: [BigNumberish[], BigNumberish[], AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "report",
    values: [BigNumberish, BigNumberish[]]
  ): string;
  encodeFunctionData(
    functionFragment: "setOperator",
    values: [AddressLike, boolean]
  ): string;
  encodeFunctionData(
    functionFragment: "settleVolatility",
    values: [BigNumberish, BigNumberish[]]
  ): string;
  encodeFunctionData(
    functionFragment: "split",
    values: [BigNumberish, BigNumberish, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "splitPair",
    values: [BigNumberish, BigNumberish, BigNumberish, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "supportsInterface",
    values: [BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "symbol",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "trade",
    values: [
      BigNumberish,
      { outcome: BigNumberish; short: boolean; amount: BigNumberish }[],
      BigNumberish,
      BigNumberish,
      AddressLike
    ]
  ): string;
  encodeFunctionData(
    functionFragment: "transfer",
    values: [AddressLike, BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "transferBatch",
    values: [AddressLike, BigNumberish[], BigNumberish[]]
  ): string;
  encodeFunctionData(
    functionFragment: "transferFrom",
    values: [AddressLike, AddressLike, BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "unconvert",
    values: [BigNumberish, BigNumberish, BigNumberish, AddressLike]
  ): string;

  decodeFunctionResult(functionFragment: "addReserve", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "allowance", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "approve", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "balanceOf", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "computeMarket",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "convert", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "createMarket",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "decimals", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "exit", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "getMarket", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "getOutcomes",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "getPayouts", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "getPool", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "getTwap", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "isOperator", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "join", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "merge", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "mergePair", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "multicall", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "name", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "openPool", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "permit", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "quote", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "recentre", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "redeem", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "redeemTo", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "report", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "setOperator",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "settleVolatility",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "split", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "splitPair", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "supportsInterface",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "symbol", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "trade", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "transfer", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "transferBatch",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "transferFrom",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "unconvert", data: BytesLike): Result;
}

export namespace ApprovalEvent {
  export type InputTuple = [
    owner: AddressLike,
    spender: AddressLike,
    id: BigNumberish,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    owner: string,
    spender: string,
    id: bigint,
    amount: bigint
  ];
  export interface OutputObject {
    owner: string;
    spender: string;
    id: bigint;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace ConvertedEvent {
  export type InputTuple = [
    market: BigNumberish,
    account: AddressLike,
    receiver: AddressLike,
    outcome: BigNumberish,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    account: string,
    receiver: string,
    outcome: bigint,
    amount: bigint
  ];
  export interface OutputObject {
    market: bigint;
    account: string;
    receiver: string;
    outcome: bigint;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace LiquidityAddedEvent {
  export type InputTuple = [
    market: BigNumberish,
    provider: AddressLike,
    receiver: AddressLike,
    shares: BigNumberish,
    assets: BigNumberish,
    b: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    provider: string,
    receiver: string,
    shares: bigint,
    assets: bigint,
    b: bigint
  ];
  export interface OutputObject {
    market: bigint;
    provider: string;
    receiver: string;
    shares: bigint;
    assets: bigint;
    b: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace LiquidityRemovedEvent {
  export type InputTuple = [
    market: BigNumberish,
    provider: AddressLike,
    receiver: AddressLike,
    shares: BigNumberish,
    assets: BigNumberish,
    b: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    provider: string,
    receiver: string,
    shares: bigint,
    assets: bigint,
    b: bigint
  ];
  export interface OutputObject {
    market: bigint;
    provider: string;
    receiver: string;
    shares: bigint;
    assets: bigint;
    b: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace MarketCreatedEvent {
  export type InputTuple = [
    market: BigNumberish,
    creator: AddressLike,
    context: BytesLike,
    params: {
      asset: AddressLike;
      assetId: BigNumberish;
      resolver: AddressLike;
      opener: AddressLike;
      outcomes: BigNumberish;
      closesAt: BigNumberish;
      twapWindow: BigNumberish;
      feeRate: BigNumberish;
      alpha: BigNumberish;
      context: BytesLike;
    }
  ];
  export type OutputTuple = [
    market: bigint,
    creator: string,
    context: string,
    params: [
      asset: string,
      assetId: bigint,
      resolver: string,
      opener: string,
      outcomes: bigint,
      closesAt: bigint,
      twapWindow: bigint,
      feeRate: bigint,
      alpha: bigint,
      context: string
    ] & {
      asset: string;
      assetId: bigint;
      resolver: string;
      opener: string;
      outcomes: bigint;
      closesAt: bigint;
      twapWindow: bigint;
      feeRate: bigint;
      alpha: bigint;
      context: string;
    }
  ];
  export interface OutputObject {
    market: bigint;
    creator: string;
    context: string;
    params: [
      string,
      bigint,
      string,
      string,
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
      string
    ] & {
      asset: string;
      assetId: bigint;
      resolver: string;
      opener: string;
      outcomes: bigint;
      closesAt: bigint;
      twapWindow: bigint;
      feeRate: bigint;
      alpha: bigint;
      context: string;
    };
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace OperatorSetEvent {
  export type InputTuple = [
    owner: AddressLike,
    spender: AddressLike,
    approved: boolean
  ];
  export type OutputTuple = [owner: string, spender: string, approved: boolean];
  export interface OutputObject {
    owner: string;
    spender: string;
    approved: boolean;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace PairsChangedEvent {
  export type InputTuple = [
    market: BigNumberish,
    account: AddressLike,
    receiver: AddressLike,
    outcome: BigNumberish,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    account: string,
    receiver: string,
    outcome: bigint,
    amount: bigint
  ];
  export interface OutputObject {
    market: bigint;
    account: string;
    receiver: string;
    outcome: bigint;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace PoolOpenedEvent {
  export type InputTuple = [
    market: BigNumberish,
    sponsor: AddressLike,
    b: BigNumberish,
    funding: BigNumberish,
    prices: BytesLike
  ];
  export type OutputTuple = [
    market: bigint,
    sponsor: string,
    b: bigint,
    funding: bigint,
    prices: string
  ];
  export interface OutputObject {
    market: bigint;
    sponsor: string;
    b: bigint;
    funding: bigint;
    prices: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace RecentredEvent {
  export type InputTuple = [
    market: BigNumberish,
    shift: BigNumberish,
    sum: BigNumberish
  ];
  export type OutputTuple = [market: bigint, shift: bigint, sum: bigint];
  export interface OutputObject {
    market: bigint;
    shift: bigint;
    sum: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace RedeemedEvent {
  export type InputTuple = [
    market: BigNumberish,
    account: AddressLike,
    receiver: AddressLike,
    payout: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    account: string,
    receiver: string,
    payout: bigint
  ];
  export interface OutputObject {
    market: bigint;
    account: string;
    receiver: string;
    payout: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace ReserveAddedEvent {
  export type InputTuple = [
    market: BigNumberish,
    sponsor: AddressLike,
    amount: BigNumberish
  ];
  export type OutputTuple = [market: bigint, sponsor: string, amount: bigint];
  export interface OutputObject {
    market: bigint;
    sponsor: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace ReserveReleasedEvent {
  export type InputTuple = [
    market: BigNumberish,
    growth: BigNumberish,
    charge: BigNumberish
  ];
  export type OutputTuple = [market: bigint, growth: bigint, charge: bigint];
  export interface OutputObject {
    market: bigint;
    growth: bigint;
    charge: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace ResolvedEvent {
  export type InputTuple = [
    market: BigNumberish,
    resolver: AddressLike,
    payouts: AddressLike
  ];
  export type OutputTuple = [market: bigint, resolver: string, payouts: string];
  export interface OutputObject {
    market: bigint;
    resolver: string;
    payouts: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SetsChangedEvent {
  export type InputTuple = [
    market: BigNumberish,
    account: AddressLike,
    receiver: AddressLike,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    account: string,
    receiver: string,
    amount: bigint
  ];
  export interface OutputObject {
    market: bigint;
    account: string;
    receiver: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace TradedEvent {
  export type InputTuple = [
    market: BigNumberish,
    trader: AddressLike,
    total: BigNumberish,
    fee: BigNumberish,
    b: BigNumberish,
    sum: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    trader: string,
    total: bigint,
    fee: bigint,
    b: bigint,
    sum: bigint
  ];
  export interface OutputObject {
    market: bigint;
    trader: string;
    total: bigint;
    fee: bigint;
    b: bigint;
    sum: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace TransferEvent {
  export type InputTuple = [
    caller: AddressLike,
    sender: AddressLike,
    receiver: AddressLike,
    id: BigNumberish,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    caller: string,
    sender: string,
    receiver: string,
    id: bigint,
    amount: bigint
  ];
  export interface OutputObject {
    caller: string;
    sender: string;
    receiver: string;
    id: bigint;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export interface Markets extends TypedContract {
  connect(runner?: ContractRunner | null): Markets;
  waitForDeployment(): Promise<this>;

  interface: MarketsInterface;

  addReserve: TypedContractMethod<
    [market: BigNumberish, amount: BigNumberish],
    [void],
    "nonpayable"
  >;

  allowance: TypedContractMethod<
    [owner: AddressLike, spender: AddressLike, id: BigNumberish],
    [bigint],
    "view"
  >;

  approve: TypedContractMethod<
    [spender: AddressLike, id: BigNumberish, amount: BigNumberish],
    [boolean],
    "nonpayable"
  >;

  balanceOf: TypedContractMethod<
    [owner: AddressLike, id: BigNumberish],
    [bigint],
    "view"
  >;

  computeMarket: TypedContractMethod<
    [
      creator: AddressLike,
      params: {
        asset: AddressLike;
        assetId: BigNumberish;
        resolver: AddressLike;
        opener: AddressLike;
        outcomes: BigNumberish;
        closesAt: BigNumberish;
        twapWindow: BigNumberish;
        feeRate: BigNumberish;
        alpha: BigNumberish;
        context: BytesLike;
      }
    ],
    [bigint],
    "view"
  >;

  convert: TypedContractMethod<
    [
      market: BigNumberish,
      outcome: BigNumberish,
      amount: BigNumberish,
      receiver: AddressLike
    ],
    [void],
    "nonpayable"
  >;

  createMarket: TypedContractMethod<
    [
      params: {
        asset: AddressLike;
        assetId: BigNumberish;
        resolver: AddressLike;
        opener: AddressLike;
        outcomes: BigNumberish;
        closesAt: BigNumberish;
        twapWindow: BigNumberish;
        feeRate: BigNumberish;
        alpha: BigNumberish;
        context: BytesLike;
      }
    ],
    [bigint],
    "nonpayable"
  >;

  decimals: TypedContractMethod<[id: BigNumberish], [bigint], "view">;

  exit: TypedContractMethod<
    [
      market: BigNumberish,
      shares: BigNumberish,
      founding: boolean,
      minAssets: BigNumberish,
      receiver: AddressLike
    ],
    [bigint],
    "nonpayable"
  >;

  getMarket: TypedContractMethod<
    [market: BigNumberish],
    [
      [
        string,
        bigint,
        string,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        boolean,
        boolean,
        bigint
      ] & {
        asset: string;
        assetId: bigint;
        resolver: string;
        outcomes: bigint;
        closesAt: bigint;
        twapWindow: bigint;
        feeRate: bigint;
        alpha: bigint;
        pooled: boolean;
        resolved: boolean;
        pot: bigint;
      }
    ],
    "view"
  >;

  getOutcomes: TypedContractMethod<
    [market: BigNumberish],
    [
      [
        boolean,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint
      ] &
        {
          touched: boolean;
          openingPrice: bigint;
          logWeight: bigint;
          weight: bigint;
          sold: bigint;
          anchor: bigint;
          tradedBlock: bigint;
          twapArea: bigint;
          twapIntegral: bigint;
        }[]
    ],
    "view"
  >;

  getPayouts: TypedContractMethod<[market: BigNumberish], [bigint[]], "view">;

  getPool: TypedContractMethod<
    [market: BigNumberish],
    [
      [
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint
      ] & {
        b: bigint;
        reserve: bigint;
        cash: bigint;
        sum: bigint;
        minLogWeight: bigint;
        totalShares: bigint;
        extraReserve: bigint;
        releasedAt: bigint;
        volatility: bigint;
        tradedBlock: bigint;
        logSumBefore: bigint;
        twapIntegral: bigint;
        twapUpdatedAt: bigint;
      }
    ],
    "view"
  >;

  getTwap: TypedContractMethod<[market: BigNumberish], [bigint[]], "view">;

  isOperator: TypedContractMethod<
    [owner: AddressLike, spender: AddressLike],
    [boolean],
    "view"
  >;

  join: TypedContractMethod<
    [
      market: BigNumberish,
      shares: BigNumberish,
      maxAssets: BigNumberish,
      minLongs: BigNumberish[],
      deadline: BigNumberish,
      receiver: AddressLike
    ],
    [bigint],
    "nonpayable"
  >;

  merge: TypedContractMethod<
    [market: BigNumberish, amount: BigNumberish, receiver: AddressLike],
    [void],
    "nonpayable"
  >;

  mergePair: TypedContractMethod<
    [
      market: BigNumberish,
      outcome: BigNumberish,
      amount: BigNumberish,
      receiver: AddressLike
    ],
    [void],
    "nonpayable"
  >;

  multicall: TypedContractMethod<[data: BytesLike[]], [string[]], "nonpayable">;

  name: TypedContractMethod<[id: BigNumberish], [string], "view">;

  openPool: TypedContractMethod<
    [
      market: BigNumberish,
      prices: BigNumberish[],
      b: BigNumberish,
      receiver: AddressLike
    ],
    [bigint],
    "nonpayable"
  >;

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

  quote: TypedContractMethod<
    [
      market: BigNumberish,
      orders: { outcome: BigNumberish; short: boolean; amount: BigNumberish }[]
    ],
    [
      [bigint, bigint, bigint, bigint] & {
        total: bigint;
        cost: bigint;
        fee: bigint;
        growth: bigint;
      }
    ],
    "view"
  >;

  recentre: TypedContractMethod<[market: BigNumberish], [void], "nonpayable">;

  redeem: TypedContractMethod<
    [ids: BigNumberish[], amounts: BigNumberish[], receiver: AddressLike],
    [bigint[]],
    "nonpayable"
  >;

  redeemTo: TypedContractMethod<
    [ids: BigNumberish[], amounts: BigNumberish[], receiver: AddressLike],
    [bigint],
    "nonpayable"
  >;

  report: TypedContractMethod<
    [market: BigNumberish, payouts: BigNumberish[]],
    [void],
    "nonpayable"
  >;

  setOperator: TypedContractMethod<
    [spender: AddressLike, approved: boolean],
    [boolean],
    "nonpayable"
  >;

  settleVolatility: TypedContractMethod<
    [market: BigNumberish, outcomes: BigNumberish[]],
    [void],
    "nonpayable"
  >;

  split: TypedContractMethod<
    [market: BigNumberish, amount: BigNumberish, receiver: AddressLike],
    [void],
    "nonpayable"
  >;

  splitPair: TypedContractMethod<
    [
      market: BigNumberish,
      outcome: BigNumberish,
      amount: BigNumberish,
      receiver: AddressLike
    ],
    [void],
    "nonpayable"
  >;

  supportsInterface: TypedContractMethod<
    [interfaceId: BytesLike],
    [boolean],
    "view"
  >;

  symbol: TypedContractMethod<[id: BigNumberish], [string], "view">;

  trade: TypedContractMethod<
    [
      market: BigNumberish,
      orders: { outcome: BigNumberish; short: boolean; amount: BigNumberish }[],
      maxCost: BigNumberish,
      deadline: BigNumberish,
      receiver: AddressLike
    ],
    [
      [bigint, bigint, bigint, bigint] & {
        total: bigint;
        cost: bigint;
        fee: bigint;
        growth: bigint;
      }
    ],
    "nonpayable"
  >;

  transfer: TypedContractMethod<
    [receiver: AddressLike, id: BigNumberish, amount: BigNumberish],
    [boolean],
    "nonpayable"
  >;

  transferBatch: TypedContractMethod<
    [receiver: AddressLike, ids: BigNumberish[], amounts: BigNumberish[]],
    [void],
    "nonpayable"
  >;

  transferFrom: TypedContractMethod<
    [
      sender: AddressLike,
      receiver: AddressLike,
      id: BigNumberish,
      amount: BigNumberish
    ],
    [boolean],
    "nonpayable"
  >;

  unconvert: TypedContractMethod<
    [
      market: BigNumberish,
      outcome: BigNumberish,
      amount: BigNumberish,
      receiver: AddressLike
    ],
    [void],
    "nonpayable"
  >;

  getFunction<T extends ContractMethod = ContractMethod>(
    key: string | FunctionFragment
  ): T;

  getFunction(
    nameOrSignature: "addReserve"
  ): TypedContractMethod<
    [market: BigNumberish, amount: BigNumberish],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "allowance"
  ): TypedContractMethod<
    [owner: AddressLike, spender: AddressLike, id: BigNumberish],
    [bigint],
    "view"
  >;
  getFunction(
    nameOrSignature: "approve"
  ): TypedContractMethod<
    [spender: AddressLike, id: BigNumberish, amount: BigNumberish],
    [boolean],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "balanceOf"
  ): TypedContractMethod<
    [owner: AddressLike, id: BigNumberish],
    [bigint],
    "view"
  >;
  getFunction(
    nameOrSignature: "computeMarket"
  ): TypedContractMethod<
    [
      creator: AddressLike,
      params: {
        asset: AddressLike;
        assetId: BigNumberish;
        resolver: AddressLike;
        opener: AddressLike;
        outcomes: BigNumberish;
        closesAt: BigNumberish;
        twapWindow: BigNumberish;
        feeRate: BigNumberish;
        alpha: BigNumberish;
        context: BytesLike;
      }
    ],
    [bigint],
    "view"
  >;
  getFunction(
    nameOrSignature: "convert"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      outcome: BigNumberish,
      amount: BigNumberish,
      receiver: AddressLike
    ],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "createMarket"
  ): TypedContractMethod<
    [
      params: {
        asset: AddressLike;
        assetId: BigNumberish;
        resolver: AddressLike;
        opener: AddressLike;
        outcomes: BigNumberish;
        closesAt: BigNumberish;
        twapWindow: BigNumberish;
        feeRate: BigNumberish;
        alpha: BigNumberish;
        context: BytesLike;
      }
    ],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "decimals"
  ): TypedContractMethod<[id: BigNumberish], [bigint], "view">;
  getFunction(
    nameOrSignature: "exit"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      shares: BigNumberish,
      founding: boolean,
      minAssets: BigNumberish,
      receiver: AddressLike
    ],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "getMarket"
  ): TypedContractMethod<
    [market: BigNumberish],
    [
      [
        string,
        bigint,
        string,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        boolean,
        boolean,
        bigint
      ] & {
        asset: string;
        assetId: bigint;
        resolver: string;
        outcomes: bigint;
        closesAt: bigint;
        twapWindow: bigint;
        feeRate: bigint;
        alpha: bigint;
        pooled: boolean;
        resolved: boolean;
        pot: bigint;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "getOutcomes"
  ): TypedContractMethod<
    [market: BigNumberish],
    [
      [
        boolean,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint
      ] &
        {
          touched: boolean;
          openingPrice: bigint;
          logWeight: bigint;
          weight: bigint;
          sold: bigint;
          anchor: bigint;
          tradedBlock: bigint;
          twapArea: bigint;
          twapIntegral: bigint;
        }[]
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "getPayouts"
  ): TypedContractMethod<[market: BigNumberish], [bigint[]], "view">;
  getFunction(
    nameOrSignature: "getPool"
  ): TypedContractMethod<
    [market: BigNumberish],
    [
      [
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint,
        bigint
      ] & {
        b: bigint;
        reserve: bigint;
        cash: bigint;
        sum: bigint;
        minLogWeight: bigint;
        totalShares: bigint;
        extraReserve: bigint;
        releasedAt: bigint;
        volatility: bigint;
        tradedBlock: bigint;
        logSumBefore: bigint;
        twapIntegral: bigint;
        twapUpdatedAt: bigint;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "getTwap"
  ): TypedContractMethod<[market: BigNumberish], [bigint[]], "view">;
  getFunction(
    nameOrSignature: "isOperator"
  ): TypedContractMethod<
    [owner: AddressLike, spender: AddressLike],
    [boolean],
    "view"
  >;
  getFunction(
    nameOrSignature: "join"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      shares: BigNumberish,
      maxAssets: BigNumberish,
      minLongs: BigNumberish[],
      deadline: BigNumberish,
      receiver: AddressLike
    ],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "merge"
  ): TypedContractMethod<
    [market: BigNumberish, amount: BigNumberish, receiver: AddressLike],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "mergePair"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      outcome: BigNumberish,
      amount: BigNumberish,
      receiver: AddressLike
    ],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "multicall"
  ): TypedContractMethod<[data: BytesLike[]], [string[]], "nonpayable">;
  getFunction(
    nameOrSignature: "name"
  ): TypedContractMethod<[id: BigNumberish], [string], "view">;
  getFunction(
    nameOrSignature: "openPool"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      prices: BigNumberish[],
      b: BigNumberish,
      receiver: AddressLike
    ],
    [bigint],
    "nonpayable"
  >;
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
    nameOrSignature: "quote"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      orders: { outcome: BigNumberish; short: boolean; amount: BigNumberish }[]
    ],
    [
      [bigint, bigint, bigint, bigint] & {
        total: bigint;
        cost: bigint;
        fee: bigint;
        growth: bigint;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "recentre"
  ): TypedContractMethod<[market: BigNumberish], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "redeem"
  ): TypedContractMethod<
    [ids: BigNumberish[], amounts: BigNumberish[], receiver: AddressLike],
    [bigint[]],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "redeemTo"
  ): TypedContractMethod<
    [ids: BigNumberish[], amounts: BigNumberish[], receiver: AddressLike],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "report"
  ): TypedContractMethod<
    [market: BigNumberish, payouts: BigNumberish[]],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "setOperator"
  ): TypedContractMethod<
    [spender: AddressLike, approved: boolean],
    [boolean],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "settleVolatility"
  ): TypedContractMethod<
    [market: BigNumberish, outcomes: BigNumberish[]],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "split"
  ): TypedContractMethod<
    [market: BigNumberish, amount: BigNumberish, receiver: AddressLike],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "splitPair"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      outcome: BigNumberish,
      amount: BigNumberish,
      receiver: AddressLike
    ],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "supportsInterface"
  ): TypedContractMethod<[interfaceId: BytesLike], [boolean], "view">;
  getFunction(
    nameOrSignature: "symbol"
  ): TypedContractMethod<[id: BigNumberish], [string], "view">;
  getFunction(
    nameOrSignature: "trade"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      orders: { outcome: BigNumberish; short: boolean; amount: BigNumberish }[],
      maxCost: BigNumberish,
      deadline: BigNumberish,
      receiver: AddressLike
    ],
    [
      [bigint, bigint, bigint, bigint] & {
        total: bigint;
        cost: bigint;
        fee: bigint;
        growth: bigint;
      }
    ],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "transfer"
  ): TypedContractMethod<
    [receiver: AddressLike, id: BigNumberish, amount: BigNumberish],
    [boolean],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "transferBatch"
  ): TypedContractMethod<
    [receiver: AddressLike, ids: BigNumberish[], amounts: BigNumberish[]],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "transferFrom"
  ): TypedContractMethod<
    [
      sender: AddressLike,
      receiver: AddressLike,
      id: BigNumberish,
      amount: BigNumberish
    ],
    [boolean],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "unconvert"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      outcome: BigNumberish,
      amount: BigNumberish,
      receiver: AddressLike
    ],
    [void],
    "nonpayable"
  >;

  getEvent(
    key: "Approval"
  ): TypedContractEvent<
    ApprovalEvent.InputTuple,
    ApprovalEvent.OutputTuple,
    ApprovalEvent.OutputObject
  >;
  getEvent(
    key: "Converted"
  ): TypedContractEvent<
    ConvertedEvent.InputTuple,
    ConvertedEvent.OutputTuple,
    ConvertedEvent.OutputObject
  >;
  getEvent(
    key: "LiquidityAdded"
  ): TypedContractEvent<
    LiquidityAddedEvent.InputTuple,
    LiquidityAddedEvent.OutputTuple,
    LiquidityAddedEvent.OutputObject
  >;
  getEvent(
    key: "LiquidityRemoved"
  ): TypedContractEvent<
    LiquidityRemovedEvent.InputTuple,
    LiquidityRemovedEvent.OutputTuple,
    LiquidityRemovedEvent.OutputObject
  >;
  getEvent(
    key: "MarketCreated"
  ): TypedContractEvent<
    MarketCreatedEvent.InputTuple,
    MarketCreatedEvent.OutputTuple,
    MarketCreatedEvent.OutputObject
  >;
  getEvent(
    key: "OperatorSet"
  ): TypedContractEvent<
    OperatorSetEvent.InputTuple,
    OperatorSetEvent.OutputTuple,
    OperatorSetEvent.OutputObject
  >;
  getEvent(
    key: "PairsChanged"
  ): TypedContractEvent<
    PairsChangedEvent.InputTuple,
    PairsChangedEvent.OutputTuple,
    PairsChangedEvent.OutputObject
  >;
  getEvent(
    key: "PoolOpened"
  ): TypedContractEvent<
    PoolOpenedEvent.InputTuple,
    PoolOpenedEvent.OutputTuple,
    PoolOpenedEvent.OutputObject
  >;
  getEvent(
    key: "Recentred"
  ): TypedContractEvent<
    RecentredEvent.InputTuple,
    RecentredEvent.OutputTuple,
    RecentredEvent.OutputObject
  >;
  getEvent(
    key: "Redeemed"
  ): TypedContractEvent<
    RedeemedEvent.InputTuple,
    RedeemedEvent.OutputTuple,
    RedeemedEvent.OutputObject
  >;
  getEvent(
    key: "ReserveAdded"
  ): TypedContractEvent<
    ReserveAddedEvent.InputTuple,
    ReserveAddedEvent.OutputTuple,
    ReserveAddedEvent.OutputObject
  >;
  getEvent(
    key: "ReserveReleased"
  ): TypedContractEvent<
    ReserveReleasedEvent.InputTuple,
    ReserveReleasedEvent.OutputTuple,
    ReserveReleasedEvent.OutputObject
  >;
  getEvent(
    key: "Resolved"
  ): TypedContractEvent<
    ResolvedEvent.InputTuple,
    ResolvedEvent.OutputTuple,
    ResolvedEvent.OutputObject
  >;
  getEvent(
    key: "SetsChanged"
  ): TypedContractEvent<
    SetsChangedEvent.InputTuple,
    SetsChangedEvent.OutputTuple,
    SetsChangedEvent.OutputObject
  >;
  getEvent(
    key: "Traded"
  ): TypedContractEvent<
    TradedEvent.InputTuple,
    TradedEvent.OutputTuple,
    TradedEvent.OutputObject
  >;
  getEvent(
    key: "Transfer"
  ): TypedContractEvent<
    TransferEvent.InputTuple,
    TransferEvent.OutputTuple,
    TransferEvent.OutputObject
  >;

  filters: {
    "Approval(address,address,uint256,uint256)": TypedContractEvent<
      ApprovalEvent.InputTuple,
      ApprovalEvent.OutputTuple,
      ApprovalEvent.OutputObject
    >;
    Approval: TypedContractEvent<
      ApprovalEvent.InputTuple,
      ApprovalEvent.OutputTuple,
      ApprovalEvent.OutputObject
    >;

    "Converted(uint256,address,address,uint256,int256)": TypedContractEvent<
      ConvertedEvent.InputTuple,
      ConvertedEvent.OutputTuple,
      ConvertedEvent.OutputObject
    >;
    Converted: TypedContractEvent<
      ConvertedEvent.InputTuple,
      ConvertedEvent.OutputTuple,
      ConvertedEvent.OutputObject
    >;

    "LiquidityAdded(uint256,address,address,uint256,uint256,uint256)": TypedContractEvent<
      LiquidityAddedEvent.InputTuple,
      LiquidityAddedEvent.OutputTuple,
      LiquidityAddedEvent.OutputObject
    >;
    LiquidityAdded: TypedContractEvent<
      LiquidityAddedEvent.InputTuple,
      LiquidityAddedEvent.OutputTuple,
      LiquidityAddedEvent.OutputObject
    >;

    "LiquidityRemoved(uint256,address,address,uint256,uint256,uint256)": TypedContractEvent<
      LiquidityRemovedEvent.InputTuple,
      LiquidityRemovedEvent.OutputTuple,
      LiquidityRemovedEvent.OutputObject
    >;
    LiquidityRemoved: TypedContractEvent<
      LiquidityRemovedEvent.InputTuple,
      LiquidityRemovedEvent.OutputTuple,
      LiquidityRemovedEvent.OutputObject
    >;

    "MarketCreated(uint256,address,bytes32,tuple)": TypedContractEvent<
      MarketCreatedEvent.InputTuple,
      MarketCreatedEvent.OutputTuple,
      MarketCreatedEvent.OutputObject
    >;
    MarketCreated: TypedContractEvent<
      MarketCreatedEvent.InputTuple,
      MarketCreatedEvent.OutputTuple,
      MarketCreatedEvent.OutputObject
    >;

    "OperatorSet(address,address,bool)": TypedContractEvent<
      OperatorSetEvent.InputTuple,
      OperatorSetEvent.OutputTuple,
      OperatorSetEvent.OutputObject
    >;
    OperatorSet: TypedContractEvent<
      OperatorSetEvent.InputTuple,
      OperatorSetEvent.OutputTuple,
      OperatorSetEvent.OutputObject
    >;

    "PairsChanged(uint256,address,address,uint256,int256)": TypedContractEvent<
      PairsChangedEvent.InputTuple,
      PairsChangedEvent.OutputTuple,
      PairsChangedEvent.OutputObject
    >;
    PairsChanged: TypedContractEvent<
      PairsChangedEvent.InputTuple,
      PairsChangedEvent.OutputTuple,
      PairsChangedEvent.OutputObject
    >;

    "PoolOpened(uint256,address,uint256,uint256,bytes)": TypedContractEvent<
      PoolOpenedEvent.InputTuple,
      PoolOpenedEvent.OutputTuple,
      PoolOpenedEvent.OutputObject
    >;
    PoolOpened: TypedContractEvent<
      PoolOpenedEvent.InputTuple,
      PoolOpenedEvent.OutputTuple,
      PoolOpenedEvent.OutputObject
    >;

    "Recentred(uint256,int256,uint256)": TypedContractEvent<
      RecentredEvent.InputTuple,
      RecentredEvent.OutputTuple,
      RecentredEvent.OutputObject
    >;
    Recentred: TypedContractEvent<
      RecentredEvent.InputTuple,
      RecentredEvent.OutputTuple,
      RecentredEvent.OutputObject
    >;

    "Redeemed(uint256,address,address,uint256)": TypedContractEvent<
      RedeemedEvent.InputTuple,
      RedeemedEvent.OutputTuple,
      RedeemedEvent.OutputObject
    >;
    Redeemed: TypedContractEvent<
      RedeemedEvent.InputTuple,
      RedeemedEvent.OutputTuple,
      RedeemedEvent.OutputObject
    >;

    "ReserveAdded(uint256,address,uint256)": TypedContractEvent<
      ReserveAddedEvent.InputTuple,
      ReserveAddedEvent.OutputTuple,
      ReserveAddedEvent.OutputObject
    >;
    ReserveAdded: TypedContractEvent<
      ReserveAddedEvent.InputTuple,
      ReserveAddedEvent.OutputTuple,
      ReserveAddedEvent.OutputObject
    >;

    "ReserveReleased(uint256,uint256,uint256)": TypedContractEvent<
      ReserveReleasedEvent.InputTuple,
      ReserveReleasedEvent.OutputTuple,
      ReserveReleasedEvent.OutputObject
    >;
    ReserveReleased: TypedContractEvent<
      ReserveReleasedEvent.InputTuple,
      ReserveReleasedEvent.OutputTuple,
      ReserveReleasedEvent.OutputObject
    >;

    "Resolved(uint256,address,address)": TypedContractEvent<
      ResolvedEvent.InputTuple,
      ResolvedEvent.OutputTuple,
      ResolvedEvent.OutputObject
    >;
    Resolved: TypedContractEvent<
      ResolvedEvent.InputTuple,
      ResolvedEvent.OutputTuple,
      ResolvedEvent.OutputObject
    >;

    "SetsChanged(uint256,address,address,int256)": TypedContractEvent<
      SetsChangedEvent.InputTuple,
      SetsChangedEvent.OutputTuple,
      SetsChangedEvent.OutputObject
    >;
    SetsChanged: TypedContractEvent<
      SetsChangedEvent.InputTuple,
      SetsChangedEvent.OutputTuple,
      SetsChangedEvent.OutputObject
    >;

    "Traded(uint256,address,int256,uint256,uint256,uint256)": TypedContractEvent<
      TradedEvent.InputTuple,
      TradedEvent.OutputTuple,
      TradedEvent.OutputObject
    >;
    Traded: TypedContractEvent<
      TradedEvent.InputTuple,
      TradedEvent.OutputTuple,
      TradedEvent.OutputObject
    >;

    "Transfer(address,address,address,uint256,uint256)": TypedContractEvent<
      TransferEvent.InputTuple,
      TransferEvent.OutputTuple,
      TransferEvent.OutputObject
    >;
    Transfer: TypedContractEvent<
      TransferEvent.InputTuple,
      TransferEvent.OutputTuple,
      TransferEvent.OutputObject
    >;
  };
}
