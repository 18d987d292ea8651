// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import type { BigNumberish, BytesLike, FunctionFragment, Result, Interface, EventFragment, AddressLike, ContractRunner, ContractMethod } from "ethers";
import type { TypedContractEvent, TypedDeferredTopicFilter, TypedEventLog, TypedLogDescription, TypedContract, TypedContractMethod } from "./common.ts";

export interface RoundsInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "JURY"
      | "MARKETS"
      | "MONEY"
      | "REGISTRY"
      | "assetOf"
      | "collect"
      | "config"
      | "current"
      | "draw"
      | "drawnOf"
      | "fallBackSelection"
      | "getRound"
      | "getSelection"
      | "isEligible"
      | "isEvaluated"
      | "isSelected"
      | "isSelectionDone"
      | "liquidityOf"
      | "marketOf"
      | "openNode"
      | "openSeeds"
      | "openSelection"
      | "phaseOf"
      | "roundOf"
      | "scheduleOf"
      | "select"
      | "settleSeed"
      | "settleTarget"
      | "sponsor"
      | "sponsorshipOf"
      | "start"
      | "unsettled"
      | "unsponsor"
      | "volatilitiesOf"
      | "withdrawSponsorship"
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      | "Collected"
      | "Drawn"
      | "NodeOpened"
      | "NodeSettled"
      | "SeedsOpened"
      | "Selected"
      | "SelectionFellBack"
      | "SelectionOpened"
      | "SponsorPaid"
      | "Sponsored"
      | "Started"
  ): EventFragment;

  encodeFunctionData(functionFragment: "JURY", values?: undefined): string;
  encodeFunctionData(functionFragment: "MARKETS", values?: undefined): string;
  encodeFunctionData(functionFragment: "MONEY", values?: undefined): string;
  encodeFunctionData(functionFragment: "REGISTRY", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "assetOf",
    values: [BigNumberish, BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "collect",
    values: [BigNumberish, BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(functionFragment: "config", values?: undefined): string;
  encodeFunctionData(functionFragment: "current", values?: undefined): string;
  encodeFunctionData(functionFragment: "draw", values: [BytesLike]): string;
  encodeFunctionData(
    functionFragment: "drawnOf",
    values: [BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "fallBackSelection",
    values: [BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "getRound",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "getSelection",
    values: [BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "isEligible",
    values: [BigNumberish, BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "isEvaluated",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "isSelected",
    values: [BigNumberish, BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "isSelectionDone",
    values: [BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "liquidityOf",
    values: [BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "marketOf",
    values: [BigNumberish, BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "openNode",
    values: [BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(functionFragment: "openSeeds", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "openSelection",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "phaseOf",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "roundOf",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "scheduleOf",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "select",
    values: [BigNumberish, BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "settleSeed",
    values: [BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "settleTarget",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "sponsor",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "sponsorshipOf",
    values: [BigNumberish, AddressLike]
  ): string;
  encodeFunctionData(functionFragment: "start", values?: undefined): string;
  encodeFunctionData(functionFragment: "unsettled", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "unsponsor",
    values: [BigNumberish, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "volatilitiesOf",
    values: [BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "withdrawSponsorship",
    values: [BigNumberish, AddressLike]
  ): string;

  decodeFunctionResult(functionFragment: "JURY", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "MARKETS", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "MONEY", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "REGISTRY", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "assetOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "collect", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "config", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "current", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "draw", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "drawnOf", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "fallBackSelection",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "getRound", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "getSelection",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "isEligible", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "isEvaluated",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "isSelected", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "isSelectionDone",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "liquidityOf",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "marketOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "openNode", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "openSeeds", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "openSelection",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "phaseOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "roundOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "scheduleOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "select", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "settleSeed", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "settleTarget",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "sponsor", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "sponsorshipOf",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "start", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "unsettled", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "unsponsor", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "volatilitiesOf",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "withdrawSponsorship",
    data: BytesLike
  ): Result;
}

export namespace CollectedEvent {
  export type InputTuple = [
    round: BigNumberish,
    kind: BigNumberish,
    index: BigNumberish,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    kind: bigint,
    index: bigint,
    amount: bigint
  ];
  export interface OutputObject {
    round: bigint;
    kind: bigint;
    index: bigint;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace DrawnEvent {
  export type InputTuple = [
    round: BigNumberish,
    drawReference: BigNumberish,
    random: BytesLike
  ];
  export type OutputTuple = [
    round: bigint,
    drawReference: bigint,
    random: string
  ];
  export interface OutputObject {
    round: bigint;
    drawReference: bigint;
    random: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace NodeOpenedEvent {
  export type InputTuple = [
    round: BigNumberish,
    kind: BigNumberish,
    market: BigNumberish,
    index: BigNumberish,
    node: BytesLike,
    b: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    kind: bigint,
    market: bigint,
    index: bigint,
    node: string,
    b: bigint
  ];
  export interface OutputObject {
    round: bigint;
    kind: bigint;
    market: bigint;
    index: bigint;
    node: string;
    b: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace NodeSettledEvent {
  export type InputTuple = [
    round: BigNumberish,
    node: BytesLike,
    compensation: BigNumberish
  ];
  export type OutputTuple = [round: bigint, node: string, compensation: bigint];
  export interface OutputObject {
    round: bigint;
    node: string;
    compensation: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SeedsOpenedEvent {
  export type InputTuple = [
    round: BigNumberish,
    market: BigNumberish,
    seeds: BigNumberish
  ];
  export type OutputTuple = [round: bigint, market: bigint, seeds: bigint];
  export interface OutputObject {
    round: bigint;
    market: bigint;
    seeds: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SelectedEvent {
  export type InputTuple = [
    round: BigNumberish,
    kind: BigNumberish,
    drawn: BigNumberish,
    byVolatility: BigNumberish,
    paid: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    kind: bigint,
    drawn: bigint,
    byVolatility: bigint,
    paid: bigint
  ];
  export interface OutputObject {
    round: bigint;
    kind: bigint;
    drawn: bigint;
    byVolatility: bigint;
    paid: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SelectionFellBackEvent {
  export type InputTuple = [round: BigNumberish, kind: BigNumberish];
  export type OutputTuple = [round: bigint, kind: bigint];
  export interface OutputObject {
    round: bigint;
    kind: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SelectionOpenedEvent {
  export type InputTuple = [
    round: BigNumberish,
    kind: BigNumberish,
    market: BigNumberish,
    eligible: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    kind: bigint,
    market: bigint,
    eligible: bigint
  ];
  export interface OutputObject {
    round: bigint;
    kind: bigint;
    market: bigint;
    eligible: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SponsorPaidEvent {
  export type InputTuple = [
    round: BigNumberish,
    sponsor: AddressLike,
    receiver: AddressLike,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    sponsor: string,
    receiver: string,
    amount: bigint
  ];
  export interface OutputObject {
    round: bigint;
    sponsor: string;
    receiver: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace SponsoredEvent {
  export type InputTuple = [
    round: BigNumberish,
    sponsor: AddressLike,
    amount: BigNumberish
  ];
  export type OutputTuple = [round: bigint, sponsor: string, amount: bigint];
  export interface OutputObject {
    round: bigint;
    sponsor: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace StartedEvent {
  export type InputTuple = [
    round: BigNumberish,
    budget: BigNumberish,
    schedule: {
      registrationAt: BigNumberish;
      openingAt: BigNumberish;
      tradingAt: BigNumberish;
      closesAt: BigNumberish;
      auditedAt: BigNumberish;
      evaluatedAt: BigNumberish;
      settlesAt: BigNumberish;
    }
  ];
  export type OutputTuple = [
    round: bigint,
    budget: bigint,
    schedule: [
      registrationAt: bigint,
      openingAt: bigint,
      tradingAt: bigint,
      closesAt: bigint,
      auditedAt: bigint,
      evaluatedAt: bigint,
      settlesAt: bigint
    ] & {
      registrationAt: bigint;
      openingAt: bigint;
      tradingAt: bigint;
      closesAt: bigint;
      auditedAt: bigint;
      evaluatedAt: bigint;
      settlesAt: bigint;
    }
  ];
  export interface OutputObject {
    round: bigint;
    budget: bigint;
    schedule: [bigint, bigint, bigint, bigint, bigint, bigint, bigint] & {
      registrationAt: bigint;
      openingAt: bigint;
      tradingAt: bigint;
      closesAt: bigint;
      auditedAt: bigint;
      evaluatedAt: bigint;
      settlesAt: bigint;
    };
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export interface Rounds extends TypedContract {
  connect(runner?: ContractRunner | null): Rounds;
  waitForDeployment(): Promise<this>;

  interface: RoundsInterface;

  JURY: TypedContractMethod<[], [string], "view">;

  MARKETS: TypedContractMethod<[], [string], "view">;

  MONEY: TypedContractMethod<[], [string], "view">;

  REGISTRY: TypedContractMethod<[], [string], "view">;

  assetOf: TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, index: BigNumberish],
    [[string, bigint] & { asset: string; assetId: bigint }],
    "view"
  >;

  collect: TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, index: BigNumberish],
    [bigint],
    "nonpayable"
  >;

  config: TypedContractMethod<
    [],
    [
      [
        string,
        string,
        string,
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
        bigint,
        [bigint, bigint, bigint],
        [
          [bigint, bigint, bigint] & {
            drawn: bigint;
            byVolatility: bigint;
            paid: bigint;
          },
          [bigint, bigint, bigint] & {
            drawn: bigint;
            byVolatility: bigint;
            paid: bigint;
          },
          [bigint, bigint, bigint] & {
            drawn: bigint;
            byVolatility: bigint;
            paid: bigint;
          }
        ]
      ] & {
        markets: string;
        registry: string;
        jury: string;
        randomness: string;
        opening: string;
        openingKinds: bigint;
        policy: bigint;
        registration: bigint;
        openingPeriod: bigint;
        trading: bigint;
        auditPeriod: bigint;
        twapWindow: bigint;
        feeRate: bigint;
        alpha: bigint;
        minBudget: bigint;
        parts: [bigint, bigint, bigint];
        quotas: [
          [bigint, bigint, bigint] & {
            drawn: bigint;
            byVolatility: bigint;
            paid: bigint;
          },
          [bigint, bigint, bigint] & {
            drawn: bigint;
            byVolatility: bigint;
            paid: bigint;
          },
          [bigint, bigint, bigint] & {
            drawn: bigint;
            byVolatility: bigint;
            paid: bigint;
          }
        ];
      }
    ],
    "view"
  >;

  current: TypedContractMethod<[], [bigint], "view">;

  draw: TypedContractMethod<[proof: BytesLike], [string], "nonpayable">;

  drawnOf: TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish],
    [bigint],
    "view"
  >;

  fallBackSelection: TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish],
    [void],
    "nonpayable"
  >;

  getRound: TypedContractMethod<
    [round: BigNumberish],
    [
      [
        [bigint, bigint, bigint, bigint, bigint, bigint, bigint] & {
          registrationAt: bigint;
          openingAt: bigint;
          tradingAt: bigint;
          closesAt: bigint;
          auditedAt: bigint;
          evaluatedAt: bigint;
          settlesAt: bigint;
        },
        bigint,
        bigint,
        bigint,
        string
      ] & {
        schedule: [bigint, bigint, bigint, bigint, bigint, bigint, bigint] & {
          registrationAt: bigint;
          openingAt: bigint;
          tradingAt: bigint;
          closesAt: bigint;
          auditedAt: bigint;
          evaluatedAt: bigint;
          settlesAt: bigint;
        };
        seeds: bigint;
        budget: bigint;
        pot: bigint;
        random: string;
      }
    ],
    "view"
  >;

  getSelection: TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish],
    [
      [boolean, boolean, boolean, bigint, bigint, bigint, bigint, bigint] & {
        opened: boolean;
        done: boolean;
        fellBack: boolean;
        eligible: bigint;
        selected: bigint;
        market: bigint;
        b: bigint;
        reserve: bigint;
      }
    ],
    "view"
  >;

  isEligible: TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, index: BigNumberish],
    [boolean],
    "view"
  >;

  isEvaluated: TypedContractMethod<[market: BigNumberish], [boolean], "view">;

  isSelected: TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, index: BigNumberish],
    [boolean],
    "view"
  >;

  isSelectionDone: TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish],
    [boolean],
    "view"
  >;

  liquidityOf: TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish],
    [bigint],
    "view"
  >;

  marketOf: TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, index: BigNumberish],
    [bigint],
    "view"
  >;

  openNode: TypedContractMethod<
    [kind: BigNumberish, index: BigNumberish],
    [bigint],
    "nonpayable"
  >;

  openSeeds: TypedContractMethod<[], [bigint], "nonpayable">;

  openSelection: TypedContractMethod<
    [kind: BigNumberish],
    [bigint],
    "nonpayable"
  >;

  phaseOf: TypedContractMethod<[round: BigNumberish], [bigint], "view">;

  roundOf: TypedContractMethod<[market: BigNumberish], [bigint], "view">;

  scheduleOf: TypedContractMethod<
    [round: BigNumberish],
    [
      [bigint, bigint, bigint, bigint, bigint, bigint, bigint] & {
        registrationAt: bigint;
        openingAt: bigint;
        tradingAt: bigint;
        closesAt: bigint;
        auditedAt: bigint;
        evaluatedAt: bigint;
        settlesAt: bigint;
      }
    ],
    "view"
  >;

  select: TypedContractMethod<
    [kind: BigNumberish, byVolatility: BigNumberish, paid: BigNumberish],
    [void],
    "nonpayable"
  >;

  settleSeed: TypedContractMethod<
    [round: BigNumberish, index: BigNumberish],
    [void],
    "nonpayable"
  >;

  settleTarget: TypedContractMethod<
    [round: BigNumberish],
    [void],
    "nonpayable"
  >;

  sponsor: TypedContractMethod<[amount: BigNumberish], [void], "nonpayable">;

  sponsorshipOf: TypedContractMethod<
    [round: BigNumberish, account: AddressLike],
    [[bigint, bigint] & { given: bigint; paid: bigint }],
    "view"
  >;

  start: TypedContractMethod<[], [bigint], "nonpayable">;

  unsettled: TypedContractMethod<[], [bigint], "view">;

  unsponsor: TypedContractMethod<
    [amount: BigNumberish, receiver: AddressLike],
    [void],
    "nonpayable"
  >;

  volatilitiesOf: TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish],
    [bigint[]],
    "view"
  >;

  withdrawSponsorship: TypedContractMethod<
    [round: BigNumberish, receiver: AddressLike],
    [bigint],
    "nonpayable"
  >;

  getFunction<T extends ContractMethod = ContractMethod>(
    key: string | FunctionFragment
  ): T;

  getFunction(
    nameOrSignature: "JURY"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "MARKETS"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "MONEY"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "REGISTRY"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "assetOf"
  ): TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, index: BigNumberish],
    [[string, bigint] & { asset: string; assetId: bigint }],
    "view"
  >;
  getFunction(
    nameOrSignature: "collect"
  ): TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, index: BigNumberish],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "config"
  ): TypedContractMethod<
    [],
    [
      [
        string,
        string,
        string,
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
        bigint,
        [bigint, bigint, bigint],
        [
          [bigint, bigint, bigint] & {
            drawn: bigint;
            byVolatility: bigint;
            paid: bigint;
          },
          [bigint, bigint, bigint] & {
            drawn: bigint;
            byVolatility: bigint;
            paid: bigint;
          },
          [bigint, bigint, bigint] & {
            drawn: bigint;
            byVolatility: bigint;
            paid: bigint;
          }
        ]
      ] & {
        markets: string;
        registry: string;
        jury: string;
        randomness: string;
        opening: string;
        openingKinds: bigint;
        policy: bigint;
        registration: bigint;
        openingPeriod: bigint;
        trading: bigint;
        auditPeriod: bigint;
        twapWindow: bigint;
        feeRate: bigint;
        alpha: bigint;
        minBudget: bigint;
        parts: [bigint, bigint, bigint];
        quotas: [
          [bigint, bigint, bigint] & {
            drawn: bigint;
            byVolatility: bigint;
            paid: bigint;
          },
          [bigint, bigint, bigint] & {
            drawn: bigint;
            byVolatility: bigint;
            paid: bigint;
          },
          [bigint, bigint, bigint] & {
            drawn: bigint;
            byVolatility: bigint;
            paid: bigint;
          }
        ];
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "current"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "draw"
  ): TypedContractMethod<[proof: BytesLike], [string], "nonpayable">;
  getFunction(
    nameOrSignature: "drawnOf"
  ): TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish],
    [bigint],
    "view"
  >;
  getFunction(
    nameOrSignature: "fallBackSelection"
  ): TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "getRound"
  ): TypedContractMethod<
    [round: BigNumberish],
    [
      [
        [bigint, bigint, bigint, bigint, bigint, bigint, bigint] & {
          registrationAt: bigint;
          openingAt: bigint;
          tradingAt: bigint;
          closesAt: bigint;
          auditedAt: bigint;
          evaluatedAt: bigint;
          settlesAt: bigint;
        },
        bigint,
        bigint,
        bigint,
        string
      ] & {
        schedule: [bigint, bigint, bigint, bigint, bigint, bigint, bigint] & {
          registrationAt: bigint;
          openingAt: bigint;
          tradingAt: bigint;
          closesAt: bigint;
          auditedAt: bigint;
          evaluatedAt: bigint;
          settlesAt: bigint;
        };
        seeds: bigint;
        budget: bigint;
        pot: bigint;
        random: string;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "getSelection"
  ): TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish],
    [
      [boolean, boolean, boolean, bigint, bigint, bigint, bigint, bigint] & {
        opened: boolean;
        done: boolean;
        fellBack: boolean;
        eligible: bigint;
        selected: bigint;
        market: bigint;
        b: bigint;
        reserve: bigint;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "isEligible"
  ): TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, index: BigNumberish],
    [boolean],
    "view"
  >;
  getFunction(
    nameOrSignature: "isEvaluated"
  ): TypedContractMethod<[market: BigNumberish], [boolean], "view">;
  getFunction(
    nameOrSignature: "isSelected"
  ): TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, index: BigNumberish],
    [boolean],
    "view"
  >;
  getFunction(
    nameOrSignature: "isSelectionDone"
  ): TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish],
    [boolean],
    "view"
  >;
  getFunction(
    nameOrSignature: "liquidityOf"
  ): TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish],
    [bigint],
    "view"
  >;
  getFunction(
    nameOrSignature: "marketOf"
  ): TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, index: BigNumberish],
    [bigint],
    "view"
  >;
  getFunction(
    nameOrSignature: "openNode"
  ): TypedContractMethod<
    [kind: BigNumberish, index: BigNumberish],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "openSeeds"
  ): TypedContractMethod<[], [bigint], "nonpayable">;
  getFunction(
    nameOrSignature: "openSelection"
  ): TypedContractMethod<[kind: BigNumberish], [bigint], "nonpayable">;
  getFunction(
    nameOrSignature: "phaseOf"
  ): TypedContractMethod<[round: BigNumberish], [bigint], "view">;
  getFunction(
    nameOrSignature: "roundOf"
  ): TypedContractMethod<[market: BigNumberish], [bigint], "view">;
  getFunction(
    nameOrSignature: "scheduleOf"
  ): TypedContractMethod<
    [round: BigNumberish],
    [
      [bigint, bigint, bigint, bigint, bigint, bigint, bigint] & {
        registrationAt: bigint;
        openingAt: bigint;
        tradingAt: bigint;
        closesAt: bigint;
        auditedAt: bigint;
        evaluatedAt: bigint;
        settlesAt: bigint;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "select"
  ): TypedContractMethod<
    [kind: BigNumberish, byVolatility: BigNumberish, paid: BigNumberish],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "settleSeed"
  ): TypedContractMethod<
    [round: BigNumberish, index: BigNumberish],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "settleTarget"
  ): TypedContractMethod<[round: BigNumberish], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "sponsor"
  ): TypedContractMethod<[amount: BigNumberish], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "sponsorshipOf"
  ): TypedContractMethod<
    [round: BigNumberish, account: AddressLike],
    [[bigint, bigint] & { given: bigint; paid: bigint }],
    "view"
  >;
  getFunction(
    nameOrSignature: "start"
  ): TypedContractMethod<[], [bigint], "nonpayable">;
  getFunction(
    nameOrSignature: "unsettled"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "unsponsor"
  ): TypedContractMethod<
    [amount: BigNumberish, receiver: AddressLike],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "volatilitiesOf"
  ): TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish],
    [bigint[]],
    "view"
  >;
  getFunction(
    nameOrSignature: "withdrawSponsorship"
  ): TypedContractMethod<
    [round: BigNumberish, receiver: AddressLike],
    [bigint],
    "nonpayable"
  >;

  getEvent(
    key: "Collected"
  ): TypedContractEvent<
    CollectedEvent.InputTuple,
    CollectedEvent.OutputTuple,
    CollectedEvent.OutputObject
  >;
  getEvent(
    key: "Drawn"
  ): TypedContractEvent<
    DrawnEvent.InputTuple,
    DrawnEvent.OutputTuple,
    DrawnEvent.OutputObject
  >;
  getEvent(
    key: "NodeOpened"
  ): TypedContractEvent<
    NodeOpenedEvent.InputTuple,
    NodeOpenedEvent.OutputTuple,
    NodeOpenedEvent.OutputObject
  >;
  getEvent(
    key: "NodeSettled"
  ): TypedContractEvent<
    NodeSettledEvent.InputTuple,
    NodeSettledEvent.OutputTuple,
    NodeSettledEvent.OutputObject
  >;
  getEvent(
    key: "SeedsOpened"
  ): TypedContractEvent<
    SeedsOpenedEvent.InputTuple,
    SeedsOpenedEvent.OutputTuple,
    SeedsOpenedEvent.OutputObject
  >;
  getEvent(
    key: "Selected"
  ): TypedContractEvent<
    SelectedEvent.InputTuple,
    SelectedEvent.OutputTuple,
    SelectedEvent.OutputObject
  >;
  getEvent(
    key: "SelectionFellBack"
  ): TypedContractEvent<
    SelectionFellBackEvent.InputTuple,
    SelectionFellBackEvent.OutputTuple,
    SelectionFellBackEvent.OutputObject
  >;
  getEvent(
    key: "SelectionOpened"
  ): TypedContractEvent<
    SelectionOpenedEvent.InputTuple,
    SelectionOpenedEvent.OutputTuple,
    SelectionOpenedEvent.OutputObject
  >;
  getEvent(
    key: "SponsorPaid"
  ): TypedContractEvent<
    SponsorPaidEvent.InputTuple,
    SponsorPaidEvent.OutputTuple,
    SponsorPaidEvent.OutputObject
  >;
  getEvent(
    key: "Sponsored"
  ): TypedContractEvent<
    SponsoredEvent.InputTuple,
    SponsoredEvent.OutputTuple,
    SponsoredEvent.OutputObject
  >;
  getEvent(
    key: "Started"
  ): TypedContractEvent<
    StartedEvent.InputTuple,
    StartedEvent.OutputTuple,
    StartedEvent.OutputObject
  >;

  filters: {
    "Collected(uint256,uint8,uint256,uint256)": TypedContractEvent<
      CollectedEvent.InputTuple,
      CollectedEvent.OutputTuple,
      CollectedEvent.OutputObject
    >;
    Collected: TypedContractEvent<
      CollectedEvent.InputTuple,
      CollectedEvent.OutputTuple,
      CollectedEvent.OutputObject
    >;

    "Drawn(uint256,uint256,bytes32)": TypedContractEvent<
      DrawnEvent.InputTuple,
      DrawnEvent.OutputTuple,
      DrawnEvent.OutputObject
    >;
    Drawn: TypedContractEvent<
      DrawnEvent.InputTuple,
      DrawnEvent.OutputTuple,
      DrawnEvent.OutputObject
    >;

    "NodeOpened(uint256,uint8,uint256,uint256,bytes32,uint256)": TypedContractEvent<
      NodeOpenedEvent.InputTuple,
      NodeOpenedEvent.OutputTuple,
      NodeOpenedEvent.OutputObject
    >;
    NodeOpened: TypedContractEvent<
      NodeOpenedEvent.InputTuple,
      NodeOpenedEvent.OutputTuple,
      NodeOpenedEvent.OutputObject
    >;

    "NodeSettled(uint256,bytes32,uint256)": TypedContractEvent<
      NodeSettledEvent.InputTuple,
      NodeSettledEvent.OutputTuple,
      NodeSettledEvent.OutputObject
    >;
    NodeSettled: TypedContractEvent<
      NodeSettledEvent.InputTuple,
      NodeSettledEvent.OutputTuple,
      NodeSettledEvent.OutputObject
    >;

    "SeedsOpened(uint256,uint256,uint256)": TypedContractEvent<
      SeedsOpenedEvent.InputTuple,
      SeedsOpenedEvent.OutputTuple,
      SeedsOpenedEvent.OutputObject
    >;
    SeedsOpened: TypedContractEvent<
      SeedsOpenedEvent.InputTuple,
      SeedsOpenedEvent.OutputTuple,
      SeedsOpenedEvent.OutputObject
    >;

    "Selected(uint256,uint8,uint256,uint256,uint256)": TypedContractEvent<
      SelectedEvent.InputTuple,
      SelectedEvent.OutputTuple,
      SelectedEvent.OutputObject
    >;
    Selected: TypedContractEvent<
      SelectedEvent.InputTuple,
      SelectedEvent.OutputTuple,
      SelectedEvent.OutputObject
    >;

    "SelectionFellBack(uint256,uint8)": TypedContractEvent<
      SelectionFellBackEvent.InputTuple,
      SelectionFellBackEvent.OutputTuple,
      SelectionFellBackEvent.OutputObject
    >;
    SelectionFellBack: TypedContractEvent<
      SelectionFellBackEvent.InputTuple,
      SelectionFellBackEvent.OutputTuple,
      SelectionFellBackEvent.OutputObject
    >;

    "SelectionOpened(uint256,uint8,uint256,uint256)": TypedContractEvent<
      SelectionOpenedEvent.InputTuple,
      SelectionOpenedEvent.OutputTuple,
      SelectionOpenedEvent.OutputObject
    >;
    SelectionOpened: TypedContractEvent<
      SelectionOpenedEvent.InputTuple,
      SelectionOpenedEvent.OutputTuple,
      SelectionOpenedEvent.OutputObject
    >;

    "SponsorPaid(uint256,address,address,uint256)": TypedContractEvent<
      SponsorPaidEvent.InputTuple,
      SponsorPaidEvent.OutputTuple,
      SponsorPaidEvent.OutputObject
    >;
    SponsorPaid: TypedContractEvent<
      SponsorPaidEvent.InputTuple,
      SponsorPaidEvent.OutputTuple,
      SponsorPaidEvent.OutputObject
    >;

    "Sponsored(uint256,address,int256)": TypedContractEvent<
      SponsoredEvent.InputTuple,
      SponsoredEvent.OutputTuple,
      SponsoredEvent.OutputObject
    >;
    Sponsored: TypedContractEvent<
      SponsoredEvent.InputTuple,
      SponsoredEvent.OutputTuple,
      SponsoredEvent.OutputObject
    >;

    "Started(uint256,uint256,tuple)": TypedContractEvent<
      StartedEvent.InputTuple,
      StartedEvent.OutputTuple,
      StartedEvent.OutputObject
    >;
    Started: TypedContractEvent<
      StartedEvent.InputTuple,
      StartedEvent.OutputTuple,
      StartedEvent.OutputObject
    >;
  };
}
