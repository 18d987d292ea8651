// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import type { BigNumberish, BytesLike, FunctionFragment, Result, Interface, EventFragment, AddressLike, ContractRunner, ContractMethod } from "ethers";
import type { TypedContractEvent, TypedDeferredTopicFilter, TypedEventLog, TypedLogDescription, TypedContract, TypedContractMethod } from "./common.ts";

export interface OpeningAuctionInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "MARKETS"
      | "claim"
      | "clear"
      | "commit"
      | "commitmentOf"
      | "getAuction"
      | "getBid"
      | "moneyOf"
      | "multicall"
      | "permit"
      | "phaseOf"
      | "prepare"
      | "pricesOf"
      | "refund"
      | "reveal"
      | "withdraw"
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      | "AuctionCleared"
      | "AuctionPrepared"
      | "BidClaimed"
      | "BidCommitted"
      | "BidRevealed"
      | "DepositWithdrawn"
      | "SponsorRefunded"
  ): EventFragment;

  encodeFunctionData(functionFragment: "MARKETS", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "claim",
    values: [BigNumberish, BigNumberish[], AddressLike]
  ): string;
  encodeFunctionData(functionFragment: "clear", values: [BigNumberish]): string;
  encodeFunctionData(
    functionFragment: "commit",
    values: [BigNumberish, BytesLike, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "commitmentOf",
    values: [BigNumberish, AddressLike, BigNumberish, BigNumberish[], BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "getAuction",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "getBid",
    values: [BigNumberish, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "moneyOf",
    values: [BigNumberish]
  ): string;
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
    functionFragment: "phaseOf",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "prepare",
    values: [
      BigNumberish,
      BytesLike,
      BigNumberish[],
      BigNumberish,
      BigNumberish,
      BigNumberish
    ]
  ): string;
  encodeFunctionData(
    functionFragment: "pricesOf",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "refund",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "reveal",
    values: [BigNumberish, AddressLike, BigNumberish, BigNumberish[], BytesLike]
  ): string;
  encodeFunctionData(
    functionFragment: "withdraw",
    values: [BigNumberish, AddressLike]
  ): string;

  decodeFunctionResult(functionFragment: "MARKETS", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "claim", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "clear", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "commit", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "commitmentOf",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "getAuction", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "getBid", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "moneyOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "multicall", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "permit", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "phaseOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "prepare", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "pricesOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "refund", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "reveal", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "withdraw", data: BytesLike): Result;
}

export namespace AuctionClearedEvent {
  export type InputTuple = [
    market: BigNumberish,
    money: BigNumberish,
    forfeits: BigNumberish
  ];
  export type OutputTuple = [market: bigint, money: bigint, forfeits: bigint];
  export interface OutputObject {
    market: bigint;
    money: bigint;
    forfeits: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace AuctionPreparedEvent {
  export type InputTuple = [
    market: BigNumberish,
    sponsor: AddressLike,
    b: BigNumberish,
    budget: BigNumberish,
    revealsAt: BigNumberish,
    opensAt: BigNumberish,
    prices: BytesLike
  ];
  export type OutputTuple = [
    market: bigint,
    sponsor: string,
    b: bigint,
    budget: bigint,
    revealsAt: bigint,
    opensAt: bigint,
    prices: string
  ];
  export interface OutputObject {
    market: bigint;
    sponsor: string;
    b: bigint;
    budget: bigint;
    revealsAt: bigint;
    opensAt: bigint;
    prices: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace BidClaimedEvent {
  export type InputTuple = [
    market: BigNumberish,
    bidder: AddressLike,
    receiver: AddressLike,
    rest: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    bidder: string,
    receiver: string,
    rest: bigint
  ];
  export interface OutputObject {
    market: bigint;
    bidder: string;
    receiver: string;
    rest: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace BidCommittedEvent {
  export type InputTuple = [
    market: BigNumberish,
    bidder: AddressLike,
    commitment: BytesLike,
    deposit: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    bidder: string,
    commitment: string,
    deposit: bigint
  ];
  export interface OutputObject {
    market: bigint;
    bidder: string;
    commitment: string;
    deposit: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace BidRevealedEvent {
  export type InputTuple = [
    market: BigNumberish,
    bidder: AddressLike,
    budget: BigNumberish,
    size: BigNumberish,
    weights: BytesLike
  ];
  export type OutputTuple = [
    market: bigint,
    bidder: string,
    budget: bigint,
    size: bigint,
    weights: string
  ];
  export interface OutputObject {
    market: bigint;
    bidder: string;
    budget: bigint;
    size: bigint;
    weights: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace DepositWithdrawnEvent {
  export type InputTuple = [
    market: BigNumberish,
    bidder: AddressLike,
    receiver: AddressLike,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    bidder: string,
    receiver: string,
    amount: bigint
  ];
  export interface OutputObject {
    market: bigint;
    bidder: string;
    receiver: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SponsorRefundedEvent {
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

export interface OpeningAuction extends TypedContract {
  connect(runner?: ContractRunner | null): OpeningAuction;
  waitForDeployment(): Promise<this>;

  interface: OpeningAuctionInterface;

  MARKETS: TypedContractMethod<[], [string], "view">;

  claim: TypedContractMethod<
    [market: BigNumberish, weights: BigNumberish[], receiver: AddressLike],
    [
      [bigint[], bigint[], bigint] & {
        ids: bigint[];
        amounts: bigint[];
        rest: bigint;
      }
    ],
    "nonpayable"
  >;

  clear: TypedContractMethod<[market: BigNumberish], [bigint], "nonpayable">;

  commit: TypedContractMethod<
    [market: BigNumberish, commitment: BytesLike, amount: BigNumberish],
    [void],
    "nonpayable"
  >;

  commitmentOf: TypedContractMethod<
    [
      market: BigNumberish,
      bidder: AddressLike,
      budget: BigNumberish,
      weights: BigNumberish[],
      salt: BytesLike
    ],
    [string],
    "view"
  >;

  getAuction: TypedContractMethod<
    [market: BigNumberish],
    [
      [
        bigint,
        string,
        string,
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
        phase: bigint;
        sponsor: string;
        asset: string;
        assetId: bigint;
        b: bigint;
        budget: bigint;
        revealsAt: bigint;
        opensAt: bigint;
        closesAt: bigint;
        deposits: bigint;
        revealed: bigint;
        sets: bigint;
        forfeits: bigint;
      }
    ],
    "view"
  >;

  getBid: TypedContractMethod<
    [market: BigNumberish, bidder: AddressLike],
    [
      [string, bigint, bigint, boolean] & {
        commitment: string;
        deposit: bigint;
        budget: bigint;
        revealed: boolean;
      }
    ],
    "view"
  >;

  moneyOf: TypedContractMethod<[market: BigNumberish], [bigint[]], "view">;

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

  phaseOf: TypedContractMethod<[market: BigNumberish], [bigint], "view">;

  prepare: TypedContractMethod<
    [
      market: BigNumberish,
      context: BytesLike,
      prices: BigNumberish[],
      b: BigNumberish,
      budget: BigNumberish,
      opensAt: BigNumberish
    ],
    [void],
    "nonpayable"
  >;

  pricesOf: TypedContractMethod<[market: BigNumberish], [bigint[]], "view">;

  refund: TypedContractMethod<[market: BigNumberish], [bigint], "nonpayable">;

  reveal: TypedContractMethod<
    [
      market: BigNumberish,
      bidder: AddressLike,
      budget: BigNumberish,
      weights: BigNumberish[],
      salt: BytesLike
    ],
    [bigint],
    "nonpayable"
  >;

  withdraw: TypedContractMethod<
    [market: BigNumberish, receiver: AddressLike],
    [bigint],
    "nonpayable"
  >;

  getFunction<T extends ContractMethod = ContractMethod>(
    key: string | FunctionFragment
  ): T;

  getFunction(
    nameOrSignature: "MARKETS"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "claim"
  ): TypedContractMethod<
    [market: BigNumberish, weights: BigNumberish[], receiver: AddressLike],
    [
      [bigint[], bigint[], bigint] & {
        ids: bigint[];
        amounts: bigint[];
        rest: bigint;
      }
    ],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "clear"
  ): TypedContractMethod<[market: BigNumberish], [bigint], "nonpayable">;
  getFunction(
    nameOrSignature: "commit"
  ): TypedContractMethod<
    [market: BigNumberish, commitment: BytesLike, amount: BigNumberish],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "commitmentOf"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      bidder: AddressLike,
      budget: BigNumberish,
      weights: BigNumberish[],
      salt: BytesLike
    ],
    [string],
    "view"
  >;
  getFunction(
    nameOrSignature: "getAuction"
  ): TypedContractMethod<
    [market: BigNumberish],
    [
      [
        bigint,
        string,
        string,
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
        phase: bigint;
        sponsor: string;
        asset: string;
        assetId: bigint;
        b: bigint;
        budget: bigint;
        revealsAt: bigint;
        opensAt: bigint;
        closesAt: bigint;
        deposits: bigint;
        revealed: bigint;
        sets: bigint;
        forfeits: bigint;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "getBid"
  ): TypedContractMethod<
    [market: BigNumberish, bidder: AddressLike],
    [
      [string, bigint, bigint, boolean] & {
        commitment: string;
        deposit: bigint;
        budget: bigint;
        revealed: boolean;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "moneyOf"
  ): TypedContractMethod<[market: BigNumberish], [bigint[]], "view">;
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
    nameOrSignature: "phaseOf"
  ): TypedContractMethod<[market: BigNumberish], [bigint], "view">;
  getFunction(
    nameOrSignature: "prepare"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      context: BytesLike,
      prices: BigNumberish[],
      b: BigNumberish,
      budget: BigNumberish,
      opensAt: BigNumberish
    ],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "pricesOf"
  ): TypedContractMethod<[market: BigNumberish], [bigint[]], "view">;
  getFunction(
    nameOrSignature: "refund"
  ): TypedContractMethod<[market: BigNumberish], [bigint], "nonpayable">;
  getFunction(
    nameOrSignature: "reveal"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      bidder: AddressLike,
      budget: BigNumberish,
      weights: BigNumberish[],
      salt: BytesLike
    ],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "withdraw"
  ): TypedContractMethod<
    [market: BigNumberish, receiver: AddressLike],
    [bigint],
    "nonpayable"
  >;

  getEvent(
    key: "AuctionCleared"
  ): TypedContractEvent<
    AuctionClearedEvent.InputTuple,
    AuctionClearedEvent.OutputTuple,
    AuctionClearedEvent.OutputObject
  >;
  getEvent(
    key: "AuctionPrepared"
  ): TypedContractEvent<
    AuctionPreparedEvent.InputTuple,
    AuctionPreparedEvent.OutputTuple,
    AuctionPreparedEvent.OutputObject
  >;
  getEvent(
    key: "BidClaimed"
  ): TypedContractEvent<
    BidClaimedEvent.InputTuple,
    BidClaimedEvent.OutputTuple,
    BidClaimedEvent.OutputObject
  >;
  getEvent(
    key: "BidCommitted"
  ): TypedContractEvent<
    BidCommittedEvent.InputTuple,
    BidCommittedEvent.OutputTuple,
    BidCommittedEvent.OutputObject
  >;
  getEvent(
    key: "BidRevealed"
  ): TypedContractEvent<
    BidRevealedEvent.InputTuple,
    BidRevealedEvent.OutputTuple,
    BidRevealedEvent.OutputObject
  >;
  getEvent(
    key: "DepositWithdrawn"
  ): TypedContractEvent<
    DepositWithdrawnEvent.InputTuple,
    DepositWithdrawnEvent.OutputTuple,
    DepositWithdrawnEvent.OutputObject
  >;
  getEvent(
    key: "SponsorRefunded"
  ): TypedContractEvent<
    SponsorRefundedEvent.InputTuple,
    SponsorRefundedEvent.OutputTuple,
    SponsorRefundedEvent.OutputObject
  >;

  filters: {
    "AuctionCleared(uint256,uint256,uint256)": TypedContractEvent<
      AuctionClearedEvent.InputTuple,
      AuctionClearedEvent.OutputTuple,
      AuctionClearedEvent.OutputObject
    >;
    AuctionCleared: TypedContractEvent<
      AuctionClearedEvent.InputTuple,
      AuctionClearedEvent.OutputTuple,
      AuctionClearedEvent.OutputObject
    >;

    "AuctionPrepared(uint256,address,uint256,uint256,uint256,uint256,bytes)": TypedContractEvent<
      AuctionPreparedEvent.InputTuple,
      AuctionPreparedEvent.OutputTuple,
      AuctionPreparedEvent.OutputObject
    >;
    AuctionPrepared: TypedContractEvent<
      AuctionPreparedEvent.InputTuple,
      AuctionPreparedEvent.OutputTuple,
      AuctionPreparedEvent.OutputObject
    >;

    "BidClaimed(uint256,address,address,uint256)": TypedContractEvent<
      BidClaimedEvent.InputTuple,
      BidClaimedEvent.OutputTuple,
      BidClaimedEvent.OutputObject
    >;
    BidClaimed: TypedContractEvent<
      BidClaimedEvent.InputTuple,
      BidClaimedEvent.OutputTuple,
      BidClaimedEvent.OutputObject
    >;

    "BidCommitted(uint256,address,bytes32,uint256)": TypedContractEvent<
      BidCommittedEvent.InputTuple,
      BidCommittedEvent.OutputTuple,
      BidCommittedEvent.OutputObject
    >;
    BidCommitted: TypedContractEvent<
      BidCommittedEvent.InputTuple,
      BidCommittedEvent.OutputTuple,
      BidCommittedEvent.OutputObject
    >;

    "BidRevealed(uint256,address,uint256,uint256,bytes)": TypedContractEvent<
      BidRevealedEvent.InputTuple,
      BidRevealedEvent.OutputTuple,
      BidRevealedEvent.OutputObject
    >;
    BidRevealed: TypedContractEvent<
      BidRevealedEvent.InputTuple,
      BidRevealedEvent.OutputTuple,
      BidRevealedEvent.OutputObject
    >;

    "DepositWithdrawn(uint256,address,address,uint256)": TypedContractEvent<
      DepositWithdrawnEvent.InputTuple,
      DepositWithdrawnEvent.OutputTuple,
      DepositWithdrawnEvent.OutputObject
    >;
    DepositWithdrawn: TypedContractEvent<
      DepositWithdrawnEvent.InputTuple,
      DepositWithdrawnEvent.OutputTuple,
      DepositWithdrawnEvent.OutputObject
    >;

    "SponsorRefunded(uint256,address,uint256)": TypedContractEvent<
      SponsorRefundedEvent.InputTuple,
      SponsorRefundedEvent.OutputTuple,
      SponsorRefundedEvent.OutputObject
    >;
    SponsorRefunded: TypedContractEvent<
      SponsorRefundedEvent.InputTuple,
      SponsorRefundedEvent.OutputTuple,
      SponsorRefundedEvent.OutputObject
    >;
  };
}
