// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
import type { BigNumberish, BytesLike, FunctionFragment, Result, Interface, EventFragment, AddressLike, ContractRunner, ContractMethod } from "ethers";
import type { TypedContractEvent, TypedDeferredTopicFilter, TypedEventLog, TypedLogDescription, TypedContract, TypedContractMethod } from "./common.ts";

export interface JuryInterface extends Interface {
  getFunction(
    nameOrSignature:
      | "ANCHOR"
      | "ANSWER_PERIOD"
      | "CHALLENGE_WINDOW"
      | "DEPLOYER"
      | "EVALUATION_PERIOD"
      | "HUBER_DELTA"
      | "MARKETS"
      | "MAX_AMENDMENTS"
      | "MAX_COMPARISONS"
      | "MAX_PERIOD"
      | "MIN_BALLOTS"
      | "REWARD_DELAY"
      | "SAFE"
      | "STAKE"
      | "STAKE_RECIPIENT"
      | "STAKE_TOKEN"
      | "TOLERANCE"
      | "affirm"
      | "amend"
      | "auditBy"
      | "auditOf"
      | "auditsOf"
      | "ballotDigest"
      | "ballotOf"
      | "challenge"
      | "claimRewards"
      | "collectAudit"
      | "commitJurors"
      | "connect"
      | "credits"
      | "deadline"
      | "distributeRewards"
      | "eip712Domain"
      | "fallBack"
      | "finalize"
      | "getPosting"
      | "gift"
      | "jurorsOf"
      | "lastDistributed"
      | "post"
      | "postVerified"
      | "publishBallot"
      | "refundAudit"
      | "requestAudit"
      | "rewardPot"
      | "rewardsOf"
      | "rounds"
      | "tallyOf"
      | "walkBallots"
      | "walkOf"
      | "withdraw"
      | "withdrawFor"
  ): FunctionFragment;

  getEvent(
    nameOrSignatureOrTopic:
      | "Affirmed"
      | "Amended"
      | "AuditCollected"
      | "AuditRefunded"
      | "AuditRequested"
      | "BallotPublished"
      | "BallotsWalked"
      | "Challenged"
      | "EIP712DomainChanged"
      | "FellBack"
      | "Finalized"
      | "Gifted"
      | "JurorsCommitted"
      | "Overtaken"
      | "Posted"
      | "RewardClaimed"
      | "RewardsDistributed"
      | "RoundsConnected"
      | "Unanswered"
      | "Verified"
      | "Withdrawn"
  ): EventFragment;

  encodeFunctionData(functionFragment: "ANCHOR", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "ANSWER_PERIOD",
    values?: undefined
  ): string;
  encodeFunctionData(
    functionFragment: "CHALLENGE_WINDOW",
    values?: undefined
  ): string;
  encodeFunctionData(functionFragment: "DEPLOYER", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "EVALUATION_PERIOD",
    values?: undefined
  ): string;
  encodeFunctionData(
    functionFragment: "HUBER_DELTA",
    values?: undefined
  ): string;
  encodeFunctionData(functionFragment: "MARKETS", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "MAX_AMENDMENTS",
    values?: undefined
  ): string;
  encodeFunctionData(
    functionFragment: "MAX_COMPARISONS",
    values?: undefined
  ): string;
  encodeFunctionData(
    functionFragment: "MAX_PERIOD",
    values?: undefined
  ): string;
  encodeFunctionData(
    functionFragment: "MIN_BALLOTS",
    values?: undefined
  ): string;
  encodeFunctionData(
    functionFragment: "REWARD_DELAY",
    values?: undefined
  ): string;
  encodeFunctionData(functionFragment: "SAFE", values?: undefined): string;
  encodeFunctionData(functionFragment: "STAKE", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "STAKE_RECIPIENT",
    values?: undefined
  ): string;
  encodeFunctionData(
    functionFragment: "STAKE_TOKEN",
    values?: undefined
  ): string;
  encodeFunctionData(functionFragment: "TOLERANCE", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "affirm",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "amend",
    values: [BigNumberish, BigNumberish[], BytesLike, string]
  ): string;
  encodeFunctionData(
    functionFragment: "auditBy",
    values: [BigNumberish, BigNumberish, BigNumberish, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "auditOf",
    values: [BigNumberish, BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "auditsOf",
    values: [BigNumberish, BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "ballotDigest",
    values: [
      {
        round: BigNumberish;
        market: BigNumberish;
        juror: AddressLike;
        comparisons: {
          a: BigNumberish;
          b: BigNumberish;
          winner: BigNumberish;
          multiplier: BigNumberish;
        }[];
      }
    ]
  ): string;
  encodeFunctionData(
    functionFragment: "ballotOf",
    values: [BigNumberish, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "challenge",
    values: [BigNumberish, string]
  ): string;
  encodeFunctionData(
    functionFragment: "claimRewards",
    values: [AddressLike, BigNumberish[]]
  ): string;
  encodeFunctionData(
    functionFragment: "collectAudit",
    values: [BigNumberish, BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "commitJurors",
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
    functionFragment: "deadline",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "distributeRewards",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "eip712Domain",
    values?: undefined
  ): string;
  encodeFunctionData(
    functionFragment: "fallBack",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "finalize",
    values: [BigNumberish, BigNumberish[]]
  ): string;
  encodeFunctionData(
    functionFragment: "getPosting",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(functionFragment: "gift", values: [BigNumberish]): string;
  encodeFunctionData(
    functionFragment: "jurorsOf",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "lastDistributed",
    values?: undefined
  ): string;
  encodeFunctionData(
    functionFragment: "post",
    values: [BigNumberish, BigNumberish[], BytesLike, string]
  ): string;
  encodeFunctionData(
    functionFragment: "postVerified",
    values: [BigNumberish, BigNumberish[]]
  ): string;
  encodeFunctionData(
    functionFragment: "publishBallot",
    values: [
      {
        round: BigNumberish;
        market: BigNumberish;
        juror: AddressLike;
        comparisons: {
          a: BigNumberish;
          b: BigNumberish;
          winner: BigNumberish;
          multiplier: BigNumberish;
        }[];
      },
      BytesLike,
      BytesLike,
      BytesLike[]
    ]
  ): string;
  encodeFunctionData(
    functionFragment: "refundAudit",
    values: [BigNumberish, BigNumberish, BigNumberish, AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "requestAudit",
    values: [BigNumberish, BigNumberish, BigNumberish, BigNumberish]
  ): string;
  encodeFunctionData(functionFragment: "rewardPot", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "rewardsOf",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(functionFragment: "rounds", values?: undefined): string;
  encodeFunctionData(
    functionFragment: "tallyOf",
    values: [BigNumberish]
  ): string;
  encodeFunctionData(
    functionFragment: "walkBallots",
    values: [
      BigNumberish,
      BigNumberish[],
      {
        a: BigNumberish;
        b: BigNumberish;
        winner: BigNumberish;
        multiplier: BigNumberish;
      }[][]
    ]
  ): string;
  encodeFunctionData(
    functionFragment: "walkOf",
    values: [BigNumberish, AddressLike, BigNumberish[]]
  ): string;
  encodeFunctionData(
    functionFragment: "withdraw",
    values: [AddressLike]
  ): string;
  encodeFunctionData(
    functionFragment: "withdrawFor",
    values: [AddressLike]
  ): string;

  decodeFunctionResult(functionFragment: "ANCHOR", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "ANSWER_PERIOD",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "CHALLENGE_WINDOW",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "DEPLOYER", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "EVALUATION_PERIOD",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "HUBER_DELTA",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "MARKETS", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "MAX_AMENDMENTS",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "MAX_COMPARISONS",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "MAX_PERIOD", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "MIN_BALLOTS",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "REWARD_DELAY",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "SAFE", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "STAKE", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "STAKE_RECIPIENT",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "STAKE_TOKEN",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "TOLERANCE", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "affirm", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "amend", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "auditBy", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "auditOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "auditsOf", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "ballotDigest",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "ballotOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "challenge", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "claimRewards",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "collectAudit",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "commitJurors",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "connect", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "credits", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "deadline", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "distributeRewards",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "eip712Domain",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "fallBack", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "finalize", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "getPosting", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "gift", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "jurorsOf", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "lastDistributed",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "post", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "postVerified",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "publishBallot",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "refundAudit",
    data: BytesLike
  ): Result;
  decodeFunctionResult(
    functionFragment: "requestAudit",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "rewardPot", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "rewardsOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "rounds", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "tallyOf", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "walkBallots",
    data: BytesLike
  ): Result;
  decodeFunctionResult(functionFragment: "walkOf", data: BytesLike): Result;
  decodeFunctionResult(functionFragment: "withdraw", data: BytesLike): Result;
  decodeFunctionResult(
    functionFragment: "withdrawFor",
    data: BytesLike
  ): Result;
}

export namespace AffirmedEvent {
  export type InputTuple = [
    market: BigNumberish,
    challenger: AddressLike,
    recipient: AddressLike,
    stake: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    challenger: string,
    recipient: string,
    stake: bigint
  ];
  export interface OutputObject {
    market: bigint;
    challenger: string;
    recipient: string;
    stake: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace AmendedEvent {
  export type InputTuple = [
    market: BigNumberish,
    challenger: AddressLike,
    stake: BigNumberish,
    reward: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    challenger: string,
    stake: bigint,
    reward: bigint
  ];
  export interface OutputObject {
    market: bigint;
    challenger: string;
    stake: bigint;
    reward: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace AuditCollectedEvent {
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

export namespace AuditRefundedEvent {
  export type InputTuple = [
    round: BigNumberish,
    kind: BigNumberish,
    index: BigNumberish,
    payer: AddressLike,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    kind: bigint,
    index: bigint,
    payer: string,
    amount: bigint
  ];
  export interface OutputObject {
    round: bigint;
    kind: bigint;
    index: bigint;
    payer: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace AuditRequestedEvent {
  export type InputTuple = [
    round: BigNumberish,
    kind: BigNumberish,
    index: BigNumberish,
    payer: AddressLike,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    kind: bigint,
    index: bigint,
    payer: string,
    amount: bigint
  ];
  export interface OutputObject {
    round: bigint;
    kind: bigint;
    index: bigint;
    payer: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace BallotPublishedEvent {
  export type InputTuple = [
    market: BigNumberish,
    juror: AddressLike,
    index: BigNumberish,
    comparisons: {
      a: BigNumberish;
      b: BigNumberish;
      winner: BigNumberish;
      multiplier: BigNumberish;
    }[]
  ];
  export type OutputTuple = [
    market: bigint,
    juror: string,
    index: bigint,
    comparisons: [a: bigint, b: bigint, winner: bigint, multiplier: bigint] &
      { a: bigint; b: bigint; winner: bigint; multiplier: bigint }[]
  ];
  export interface OutputObject {
    market: bigint;
    juror: string;
    index: bigint;
    comparisons: [bigint, bigint, bigint, bigint] &
      { a: bigint; b: bigint; winner: bigint; multiplier: bigint }[];
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace BallotsWalkedEvent {
  export type InputTuple = [
    market: BigNumberish,
    submitter: AddressLike,
    xHash: BytesLike,
    cursor: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    submitter: string,
    xHash: string,
    cursor: bigint
  ];
  export interface OutputObject {
    market: bigint;
    submitter: string;
    xHash: string;
    cursor: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace ChallengedEvent {
  export type InputTuple = [
    market: BigNumberish,
    challenger: AddressLike,
    stake: BigNumberish,
    reasonURI: string,
    answerableUntil: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    challenger: string,
    stake: bigint,
    reasonURI: string,
    answerableUntil: bigint
  ];
  export interface OutputObject {
    market: bigint;
    challenger: string;
    stake: bigint;
    reasonURI: string;
    answerableUntil: bigint;
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

export namespace FellBackEvent {
  export type InputTuple = [
    market: BigNumberish,
    pooled: boolean,
    payouts: BigNumberish[]
  ];
  export type OutputTuple = [
    market: bigint,
    pooled: boolean,
    payouts: bigint[]
  ];
  export interface OutputObject {
    market: bigint;
    pooled: boolean;
    payouts: bigint[];
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace FinalizedEvent {
  export type InputTuple = [market: BigNumberish, payoutsHash: BytesLike];
  export type OutputTuple = [market: bigint, payoutsHash: string];
  export interface OutputObject {
    market: bigint;
    payoutsHash: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace GiftedEvent {
  export type InputTuple = [giver: AddressLike, amount: BigNumberish];
  export type OutputTuple = [giver: string, amount: bigint];
  export interface OutputObject {
    giver: string;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace JurorsCommittedEvent {
  export type InputTuple = [round: BigNumberish, root: BytesLike];
  export type OutputTuple = [round: bigint, root: string];
  export interface OutputObject {
    round: bigint;
    root: string;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace OvertakenEvent {
  export type InputTuple = [
    market: BigNumberish,
    challenger: AddressLike,
    stake: BigNumberish
  ];
  export type OutputTuple = [market: bigint, challenger: string, stake: bigint];
  export interface OutputObject {
    market: bigint;
    challenger: string;
    stake: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace PostedEvent {
  export type InputTuple = [
    market: BigNumberish,
    amendment: BigNumberish,
    ballotsRoot: BytesLike,
    payouts: BigNumberish[],
    evidenceURI: string,
    challengeableUntil: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    amendment: bigint,
    ballotsRoot: string,
    payouts: bigint[],
    evidenceURI: string,
    challengeableUntil: bigint
  ];
  export interface OutputObject {
    market: bigint;
    amendment: bigint;
    ballotsRoot: string;
    payouts: bigint[];
    evidenceURI: string;
    challengeableUntil: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace RewardClaimedEvent {
  export type InputTuple = [
    market: BigNumberish,
    juror: AddressLike,
    comparisons: BigNumberish,
    amount: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    juror: string,
    comparisons: bigint,
    amount: bigint
  ];
  export interface OutputObject {
    market: bigint;
    juror: string;
    comparisons: bigint;
    amount: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace RewardsDistributedEvent {
  export type InputTuple = [
    round: BigNumberish,
    accepted: BigNumberish,
    perComparison: BigNumberish
  ];
  export type OutputTuple = [
    round: bigint,
    accepted: bigint,
    perComparison: bigint
  ];
  export interface OutputObject {
    round: bigint;
    accepted: bigint;
    perComparison: bigint;
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

export namespace UnansweredEvent {
  export type InputTuple = [
    market: BigNumberish,
    challenger: AddressLike,
    stake: BigNumberish
  ];
  export type OutputTuple = [market: bigint, challenger: string, stake: bigint];
  export interface OutputObject {
    market: bigint;
    challenger: string;
    stake: bigint;
  }
  export type Event = TypedContractEvent<InputTuple, OutputTuple, OutputObject>;
  export type Filter = TypedDeferredTopicFilter<Event>;
  export type Log = TypedEventLog<Event>;
  export type LogDescription = TypedLogDescription<Event>;
}

export namespace VerifiedEvent {
  export type InputTuple = [
    market: BigNumberish,
    submitter: AddressLike,
    payouts: BigNumberish[],
    ballots: BigNumberish,
    errorBound: BigNumberish
  ];
  export type OutputTuple = [
    market: bigint,
    submitter: string,
    payouts: bigint[],
    ballots: bigint,
    errorBound: bigint
  ];
  export interface OutputObject {
    market: bigint;
    submitter: string;
    payouts: bigint[];
    ballots: bigint;
    errorBound: bigint;
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

export interface Jury extends TypedContract {
  connect(runner?: ContractRunner | null): Jury;
  waitForDeployment(): Promise<this>;

  interface: JuryInterface;

  ANCHOR: TypedContractMethod<[], [bigint], "view">;

  ANSWER_PERIOD: TypedContractMethod<[], [bigint], "view">;

  CHALLENGE_WINDOW: TypedContractMethod<[], [bigint], "view">;

  DEPLOYER: TypedContractMethod<[], [string], "view">;

  EVALUATION_PERIOD: TypedContractMethod<[], [bigint], "view">;

  HUBER_DELTA: TypedContractMethod<[], [bigint], "view">;

  MARKETS: TypedContractMethod<[], [string], "view">;

  MAX_AMENDMENTS: TypedContractMethod<[], [bigint], "view">;

  MAX_COMPARISONS: TypedContractMethod<[], [bigint], "view">;

  MAX_PERIOD: TypedContractMethod<[], [bigint], "view">;

  MIN_BALLOTS: TypedContractMethod<[], [bigint], "view">;

  REWARD_DELAY: TypedContractMethod<[], [bigint], "view">;

  SAFE: TypedContractMethod<[], [string], "view">;

  STAKE: TypedContractMethod<[], [bigint], "view">;

  STAKE_RECIPIENT: TypedContractMethod<[], [string], "view">;

  STAKE_TOKEN: TypedContractMethod<[], [string], "view">;

  TOLERANCE: TypedContractMethod<[], [bigint], "view">;

  affirm: TypedContractMethod<[market: BigNumberish], [void], "nonpayable">;

  amend: TypedContractMethod<
    [
      market: BigNumberish,
      payouts: BigNumberish[],
      ballotsRoot: BytesLike,
      evidenceURI: string
    ],
    [void],
    "nonpayable"
  >;

  auditBy: TypedContractMethod<
    [
      round: BigNumberish,
      kind: BigNumberish,
      index: BigNumberish,
      payer: AddressLike
    ],
    [bigint],
    "view"
  >;

  auditOf: TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, index: BigNumberish],
    [bigint],
    "view"
  >;

  auditsOf: TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, count: BigNumberish],
    [bigint[]],
    "view"
  >;

  ballotDigest: TypedContractMethod<
    [
      ballot: {
        round: BigNumberish;
        market: BigNumberish;
        juror: AddressLike;
        comparisons: {
          a: BigNumberish;
          b: BigNumberish;
          winner: BigNumberish;
          multiplier: BigNumberish;
        }[];
      }
    ],
    [string],
    "view"
  >;

  ballotOf: TypedContractMethod<
    [market: BigNumberish, juror: AddressLike],
    [[bigint, boolean] & { comparisons: bigint; claimed: boolean }],
    "view"
  >;

  challenge: TypedContractMethod<
    [market: BigNumberish, reasonURI: string],
    [void],
    "nonpayable"
  >;

  claimRewards: TypedContractMethod<
    [juror: AddressLike, markets: BigNumberish[]],
    [bigint],
    "nonpayable"
  >;

  collectAudit: TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, index: BigNumberish],
    [bigint],
    "nonpayable"
  >;

  commitJurors: TypedContractMethod<
    [round: BigNumberish, root: BytesLike],
    [void],
    "nonpayable"
  >;

  credits: TypedContractMethod<[account: AddressLike], [bigint], "view">;

  deadline: TypedContractMethod<[market: BigNumberish], [bigint], "view">;

  distributeRewards: TypedContractMethod<
    [round: BigNumberish],
    [bigint],
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

  fallBack: TypedContractMethod<[market: BigNumberish], [void], "nonpayable">;

  finalize: TypedContractMethod<
    [market: BigNumberish, payouts: BigNumberish[]],
    [void],
    "nonpayable"
  >;

  getPosting: TypedContractMethod<
    [market: BigNumberish],
    [
      [bigint, bigint, bigint, bigint, string, string, string] & {
        status: bigint;
        amendments: bigint;
        since: bigint;
        finalFrom: bigint;
        challenger: string;
        payoutsHash: string;
        ballotsRoot: string;
      }
    ],
    "view"
  >;

  gift: TypedContractMethod<[amount: BigNumberish], [void], "nonpayable">;

  jurorsOf: TypedContractMethod<[round: BigNumberish], [string], "view">;

  lastDistributed: TypedContractMethod<[], [bigint], "view">;

  post: TypedContractMethod<
    [
      market: BigNumberish,
      payouts: BigNumberish[],
      ballotsRoot: BytesLike,
      evidenceURI: string
    ],
    [void],
    "nonpayable"
  >;

  postVerified: TypedContractMethod<
    [market: BigNumberish, x: BigNumberish[]],
    [bigint[]],
    "nonpayable"
  >;

  publishBallot: TypedContractMethod<
    [
      ballot: {
        round: BigNumberish;
        market: BigNumberish;
        juror: AddressLike;
        comparisons: {
          a: BigNumberish;
          b: BigNumberish;
          winner: BigNumberish;
          multiplier: BigNumberish;
        }[];
      },
      signature: BytesLike,
      salt: BytesLike,
      proof: BytesLike[]
    ],
    [bigint],
    "nonpayable"
  >;

  refundAudit: TypedContractMethod<
    [
      round: BigNumberish,
      kind: BigNumberish,
      index: BigNumberish,
      payer: AddressLike
    ],
    [bigint],
    "nonpayable"
  >;

  requestAudit: TypedContractMethod<
    [
      round: BigNumberish,
      kind: BigNumberish,
      index: BigNumberish,
      amount: BigNumberish
    ],
    [void],
    "nonpayable"
  >;

  rewardPot: TypedContractMethod<[], [bigint], "view">;

  rewardsOf: TypedContractMethod<
    [round: BigNumberish],
    [
      [bigint, bigint, bigint, boolean] & {
        accepted: bigint;
        claimed: bigint;
        perComparison: bigint;
        distributed: boolean;
      }
    ],
    "view"
  >;

  rounds: TypedContractMethod<[], [string], "view">;

  tallyOf: TypedContractMethod<
    [market: BigNumberish],
    [
      [bigint, bigint, bigint, boolean] & {
        round: bigint;
        ballots: bigint;
        comparisons: bigint;
        accepted: boolean;
      }
    ],
    "view"
  >;

  walkBallots: TypedContractMethod<
    [
      market: BigNumberish,
      x: BigNumberish[],
      ballots: {
        a: BigNumberish;
        b: BigNumberish;
        winner: BigNumberish;
        multiplier: BigNumberish;
      }[][]
    ],
    [bigint],
    "nonpayable"
  >;

  walkOf: TypedContractMethod<
    [market: BigNumberish, submitter: AddressLike, x: BigNumberish[]],
    [
      [bigint, bigint, bigint, bigint[]] & {
        cursor: bigint;
        comparisons: bigint;
        groups: bigint;
        gradients: bigint[];
      }
    ],
    "view"
  >;

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
    nameOrSignature: "ANCHOR"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "ANSWER_PERIOD"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "CHALLENGE_WINDOW"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "DEPLOYER"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "EVALUATION_PERIOD"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "HUBER_DELTA"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "MARKETS"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "MAX_AMENDMENTS"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "MAX_COMPARISONS"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "MAX_PERIOD"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "MIN_BALLOTS"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "REWARD_DELAY"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "SAFE"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "STAKE"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "STAKE_RECIPIENT"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "STAKE_TOKEN"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "TOLERANCE"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "affirm"
  ): TypedContractMethod<[market: BigNumberish], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "amend"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      payouts: BigNumberish[],
      ballotsRoot: BytesLike,
      evidenceURI: string
    ],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "auditBy"
  ): TypedContractMethod<
    [
      round: BigNumberish,
      kind: BigNumberish,
      index: BigNumberish,
      payer: AddressLike
    ],
    [bigint],
    "view"
  >;
  getFunction(
    nameOrSignature: "auditOf"
  ): TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, index: BigNumberish],
    [bigint],
    "view"
  >;
  getFunction(
    nameOrSignature: "auditsOf"
  ): TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, count: BigNumberish],
    [bigint[]],
    "view"
  >;
  getFunction(
    nameOrSignature: "ballotDigest"
  ): TypedContractMethod<
    [
      ballot: {
        round: BigNumberish;
        market: BigNumberish;
        juror: AddressLike;
        comparisons: {
          a: BigNumberish;
          b: BigNumberish;
          winner: BigNumberish;
          multiplier: BigNumberish;
        }[];
      }
    ],
    [string],
    "view"
  >;
  getFunction(
    nameOrSignature: "ballotOf"
  ): TypedContractMethod<
    [market: BigNumberish, juror: AddressLike],
    [[bigint, boolean] & { comparisons: bigint; claimed: boolean }],
    "view"
  >;
  getFunction(
    nameOrSignature: "challenge"
  ): TypedContractMethod<
    [market: BigNumberish, reasonURI: string],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "claimRewards"
  ): TypedContractMethod<
    [juror: AddressLike, markets: BigNumberish[]],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "collectAudit"
  ): TypedContractMethod<
    [round: BigNumberish, kind: BigNumberish, index: BigNumberish],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "commitJurors"
  ): TypedContractMethod<
    [round: BigNumberish, root: BytesLike],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "connect"
  ): TypedContractMethod<[rounds_: AddressLike], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "credits"
  ): TypedContractMethod<[account: AddressLike], [bigint], "view">;
  getFunction(
    nameOrSignature: "deadline"
  ): TypedContractMethod<[market: BigNumberish], [bigint], "view">;
  getFunction(
    nameOrSignature: "distributeRewards"
  ): TypedContractMethod<[round: BigNumberish], [bigint], "nonpayable">;
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
    nameOrSignature: "fallBack"
  ): TypedContractMethod<[market: BigNumberish], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "finalize"
  ): TypedContractMethod<
    [market: BigNumberish, payouts: BigNumberish[]],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "getPosting"
  ): TypedContractMethod<
    [market: BigNumberish],
    [
      [bigint, bigint, bigint, bigint, string, string, string] & {
        status: bigint;
        amendments: bigint;
        since: bigint;
        finalFrom: bigint;
        challenger: string;
        payoutsHash: string;
        ballotsRoot: string;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "gift"
  ): TypedContractMethod<[amount: BigNumberish], [void], "nonpayable">;
  getFunction(
    nameOrSignature: "jurorsOf"
  ): TypedContractMethod<[round: BigNumberish], [string], "view">;
  getFunction(
    nameOrSignature: "lastDistributed"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "post"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      payouts: BigNumberish[],
      ballotsRoot: BytesLike,
      evidenceURI: string
    ],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "postVerified"
  ): TypedContractMethod<
    [market: BigNumberish, x: BigNumberish[]],
    [bigint[]],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "publishBallot"
  ): TypedContractMethod<
    [
      ballot: {
        round: BigNumberish;
        market: BigNumberish;
        juror: AddressLike;
        comparisons: {
          a: BigNumberish;
          b: BigNumberish;
          winner: BigNumberish;
          multiplier: BigNumberish;
        }[];
      },
      signature: BytesLike,
      salt: BytesLike,
      proof: BytesLike[]
    ],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "refundAudit"
  ): TypedContractMethod<
    [
      round: BigNumberish,
      kind: BigNumberish,
      index: BigNumberish,
      payer: AddressLike
    ],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "requestAudit"
  ): TypedContractMethod<
    [
      round: BigNumberish,
      kind: BigNumberish,
      index: BigNumberish,
      amount: BigNumberish
    ],
    [void],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "rewardPot"
  ): TypedContractMethod<[], [bigint], "view">;
  getFunction(
    nameOrSignature: "rewardsOf"
  ): TypedContractMethod<
    [round: BigNumberish],
    [
      [bigint, bigint, bigint, boolean] & {
        accepted: bigint;
        claimed: bigint;
        perComparison: bigint;
        distributed: boolean;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "rounds"
  ): TypedContractMethod<[], [string], "view">;
  getFunction(
    nameOrSignature: "tallyOf"
  ): TypedContractMethod<
    [market: BigNumberish],
    [
      [bigint, bigint, bigint, boolean] & {
        round: bigint;
        ballots: bigint;
        comparisons: bigint;
        accepted: boolean;
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "walkBallots"
  ): TypedContractMethod<
    [
      market: BigNumberish,
      x: BigNumberish[],
      ballots: {
        a: BigNumberish;
        b: BigNumberish;
        winner: BigNumberish;
        multiplier: BigNumberish;
      }[][]
    ],
    [bigint],
    "nonpayable"
  >;
  getFunction(
    nameOrSignature: "walkOf"
  ): TypedContractMethod<
    [market: BigNumberish, submitter: AddressLike, x: BigNumberish[]],
    [
      [bigint, bigint, bigint, bigint[]] & {
        cursor: bigint;
        comparisons: bigint;
        groups: bigint;
        gradients: bigint[];
      }
    ],
    "view"
  >;
  getFunction(
    nameOrSignature: "withdraw"
  ): TypedContractMethod<[receiver: AddressLike], [bigint], "nonpayable">;
  getFunction(
    nameOrSignature: "withdrawFor"
  ): TypedContractMethod<[account: AddressLike], [bigint], "nonpayable">;

  getEvent(
    key: "Affirmed"
  ): TypedContractEvent<
    AffirmedEvent.InputTuple,
    AffirmedEvent.OutputTuple,
    AffirmedEvent.OutputObject
  >;
  getEvent(
    key: "Amended"
  ): TypedContractEvent<
    AmendedEvent.InputTuple,
    AmendedEvent.OutputTuple,
    AmendedEvent.OutputObject
  >;
  getEvent(
    key: "AuditCollected"
  ): TypedContractEvent<
    AuditCollectedEvent.InputTuple,
    AuditCollectedEvent.OutputTuple,
    AuditCollectedEvent.OutputObject
  >;
  getEvent(
    key: "AuditRefunded"
  ): TypedContractEvent<
    AuditRefundedEvent.InputTuple,
    AuditRefundedEvent.OutputTuple,
    AuditRefundedEvent.OutputObject
  >;
  getEvent(
    key: "AuditRequested"
  ): TypedContractEvent<
    AuditRequestedEvent.InputTuple,
    AuditRequestedEvent.OutputTuple,
    AuditRequestedEvent.OutputObject
  >;
  getEvent(
    key: "BallotPublished"
  ): TypedContractEvent<
    BallotPublishedEvent.InputTuple,
    BallotPublishedEvent.OutputTuple,
    BallotPublishedEvent.OutputObject
  >;
  getEvent(
    key: "BallotsWalked"
  ): TypedContractEvent<
    BallotsWalkedEvent.InputTuple,
    BallotsWalkedEvent.OutputTuple,
    BallotsWalkedEvent.OutputObject
  >;
  getEvent(
    key: "Challenged"
  ): TypedContractEvent<
    ChallengedEvent.InputTuple,
    ChallengedEvent.OutputTuple,
    ChallengedEvent.OutputObject
  >;
  getEvent(
    key: "EIP712DomainChanged"
  ): TypedContractEvent<
    EIP712DomainChangedEvent.InputTuple,
    EIP712DomainChangedEvent.OutputTuple,
    EIP712DomainChangedEvent.OutputObject
  >;
  getEvent(
    key: "FellBack"
  ): TypedContractEvent<
    FellBackEvent.InputTuple,
    FellBackEvent.OutputTuple,
    FellBackEvent.OutputObject
  >;
  getEvent(
    key: "Finalized"
  ): TypedContractEvent<
    FinalizedEvent.InputTuple,
    FinalizedEvent.OutputTuple,
    FinalizedEvent.OutputObject
  >;
  getEvent(
    key: "Gifted"
  ): TypedContractEvent<
    GiftedEvent.InputTuple,
    GiftedEvent.OutputTuple,
    GiftedEvent.OutputObject
  >;
  getEvent(
    key: "JurorsCommitted"
  ): TypedContractEvent<
    JurorsCommittedEvent.InputTuple,
    JurorsCommittedEvent.OutputTuple,
    JurorsCommittedEvent.OutputObject
  >;
  getEvent(
    key: "Overtaken"
  ): TypedContractEvent<
    OvertakenEvent.InputTuple,
    OvertakenEvent.OutputTuple,
    OvertakenEvent.OutputObject
  >;
  getEvent(
    key: "Posted"
  ): TypedContractEvent<
    PostedEvent.InputTuple,
    PostedEvent.OutputTuple,
    PostedEvent.OutputObject
  >;
  getEvent(
    key: "RewardClaimed"
  ): TypedContractEvent<
    RewardClaimedEvent.InputTuple,
    RewardClaimedEvent.OutputTuple,
    RewardClaimedEvent.OutputObject
  >;
  getEvent(
    key: "RewardsDistributed"
  ): TypedContractEvent<
    RewardsDistributedEvent.InputTuple,
    RewardsDistributedEvent.OutputTuple,
    RewardsDistributedEvent.OutputObject
  >;
  getEvent(
    key: "RoundsConnected"
  ): TypedContractEvent<
    RoundsConnectedEvent.InputTuple,
    RoundsConnectedEvent.OutputTuple,
    RoundsConnectedEvent.OutputObject
  >;
  getEvent(
    key: "Unanswered"
  ): TypedContractEvent<
    UnansweredEvent.InputTuple,
    UnansweredEvent.OutputTuple,
    UnansweredEvent.OutputObject
  >;
  getEvent(
    key: "Verified"
  ): TypedContractEvent<
    VerifiedEvent.InputTuple,
    VerifiedEvent.OutputTuple,
    VerifiedEvent.OutputObject
  >;
  getEvent(
    key: "Withdrawn"
  ): TypedContractEvent<
    WithdrawnEvent.InputTuple,
    WithdrawnEvent.OutputTuple,
    WithdrawnEvent.OutputObject
  >;

  filters: {
    "Affirmed(uint256,address,address,uint256)": TypedContractEvent<
      AffirmedEvent.InputTuple,
      AffirmedEvent.OutputTuple,
      AffirmedEvent.OutputObject
    >;
    Affirmed: TypedContractEvent<
      AffirmedEvent.InputTuple,
      AffirmedEvent.OutputTuple,
      AffirmedEvent.OutputObject
    >;

    "Amended(uint256,address,uint256,uint256)": TypedContractEvent<
      AmendedEvent.InputTuple,
      AmendedEvent.OutputTuple,
      AmendedEvent.OutputObject
    >;
    Amended: TypedContractEvent<
      AmendedEvent.InputTuple,
      AmendedEvent.OutputTuple,
      AmendedEvent.OutputObject
    >;

    "AuditCollected(uint256,uint8,uint256,uint256)": TypedContractEvent<
      AuditCollectedEvent.InputTuple,
      AuditCollectedEvent.OutputTuple,
      AuditCollectedEvent.OutputObject
    >;
    AuditCollected: TypedContractEvent<
      AuditCollectedEvent.InputTuple,
      AuditCollectedEvent.OutputTuple,
      AuditCollectedEvent.OutputObject
    >;

    "AuditRefunded(uint256,uint8,uint256,address,uint256)": TypedContractEvent<
      AuditRefundedEvent.InputTuple,
      AuditRefundedEvent.OutputTuple,
      AuditRefundedEvent.OutputObject
    >;
    AuditRefunded: TypedContractEvent<
      AuditRefundedEvent.InputTuple,
      AuditRefundedEvent.OutputTuple,
      AuditRefundedEvent.OutputObject
    >;

    "AuditRequested(uint256,uint8,uint256,address,uint256)": TypedContractEvent<
      AuditRequestedEvent.InputTuple,
      AuditRequestedEvent.OutputTuple,
      AuditRequestedEvent.OutputObject
    >;
    AuditRequested: TypedContractEvent<
      AuditRequestedEvent.InputTuple,
      AuditRequestedEvent.OutputTuple,
      AuditRequestedEvent.OutputObject
    >;

    "BallotPublished(uint256,address,uint256,tuple[])": TypedContractEvent<
      BallotPublishedEvent.InputTuple,
      BallotPublishedEvent.OutputTuple,
      BallotPublishedEvent.OutputObject
    >;
    BallotPublished: TypedContractEvent<
      BallotPublishedEvent.InputTuple,
      BallotPublishedEvent.OutputTuple,
      BallotPublishedEvent.OutputObject
    >;

    "BallotsWalked(uint256,address,bytes32,uint256)": TypedContractEvent<
      BallotsWalkedEvent.InputTuple,
      BallotsWalkedEvent.OutputTuple,
      BallotsWalkedEvent.OutputObject
    >;
    BallotsWalked: TypedContractEvent<
      BallotsWalkedEvent.InputTuple,
      BallotsWalkedEvent.OutputTuple,
      BallotsWalkedEvent.OutputObject
    >;

    "Challenged(uint256,address,uint256,string,uint256)": TypedContractEvent<
      ChallengedEvent.InputTuple,
      ChallengedEvent.OutputTuple,
      ChallengedEvent.OutputObject
    >;
    Challenged: TypedContractEvent<
      ChallengedEvent.InputTuple,
      ChallengedEvent.OutputTuple,
      ChallengedEvent.OutputObject
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

    "FellBack(uint256,bool,uint256[])": TypedContractEvent<
      FellBackEvent.InputTuple,
      FellBackEvent.OutputTuple,
      FellBackEvent.OutputObject
    >;
    FellBack: TypedContractEvent<
      FellBackEvent.InputTuple,
      FellBackEvent.OutputTuple,
      FellBackEvent.OutputObject
    >;

    "Finalized(uint256,bytes32)": TypedContractEvent<
      FinalizedEvent.InputTuple,
      FinalizedEvent.OutputTuple,
      FinalizedEvent.OutputObject
    >;
    Finalized: TypedContractEvent<
      FinalizedEvent.InputTuple,
      FinalizedEvent.OutputTuple,
      FinalizedEvent.OutputObject
    >;

    "Gifted(address,uint256)": TypedContractEvent<
      GiftedEvent.InputTuple,
      GiftedEvent.OutputTuple,
      GiftedEvent.OutputObject
    >;
    Gifted: TypedContractEvent<
      GiftedEvent.InputTuple,
      GiftedEvent.OutputTuple,
      GiftedEvent.OutputObject
    >;

    "JurorsCommitted(uint256,bytes32)": TypedContractEvent<
      JurorsCommittedEvent.InputTuple,
      JurorsCommittedEvent.OutputTuple,
      JurorsCommittedEvent.OutputObject
    >;
    JurorsCommitted: TypedContractEvent<
      JurorsCommittedEvent.InputTuple,
      JurorsCommittedEvent.OutputTuple,
      JurorsCommittedEvent.OutputObject
    >;

    "Overtaken(uint256,address,uint256)": TypedContractEvent<
      OvertakenEvent.InputTuple,
      OvertakenEvent.OutputTuple,
      OvertakenEvent.OutputObject
    >;
    Overtaken: TypedContractEvent<
      OvertakenEvent.InputTuple,
      OvertakenEvent.OutputTuple,
      OvertakenEvent.OutputObject
    >;

    "Posted(uint256,uint8,bytes32,uint256[],string,uint256)": TypedContractEvent<
      PostedEvent.InputTuple,
      PostedEvent.OutputTuple,
      PostedEvent.OutputObject
    >;
    Posted: TypedContractEvent<
      PostedEvent.InputTuple,
      PostedEvent.OutputTuple,
      PostedEvent.OutputObject
    >;

    "RewardClaimed(uint256,address,uint256,uint256)": TypedContractEvent<
      RewardClaimedEvent.InputTuple,
      RewardClaimedEvent.OutputTuple,
      RewardClaimedEvent.OutputObject
    >;
    RewardClaimed: TypedContractEvent<
      RewardClaimedEvent.InputTuple,
      RewardClaimedEvent.OutputTuple,
      RewardClaimedEvent.OutputObject
    >;

    "RewardsDistributed(uint256,uint256,uint256)": TypedContractEvent<
      RewardsDistributedEvent.InputTuple,
      RewardsDistributedEvent.OutputTuple,
      RewardsDistributedEvent.OutputObject
    >;
    RewardsDistributed: TypedContractEvent<
      RewardsDistributedEvent.InputTuple,
      RewardsDistributedEvent.OutputTuple,
      RewardsDistributedEvent.OutputObject
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

    "Unanswered(uint256,address,uint256)": TypedContractEvent<
      UnansweredEvent.InputTuple,
      UnansweredEvent.OutputTuple,
      UnansweredEvent.OutputObject
    >;
    Unanswered: TypedContractEvent<
      UnansweredEvent.InputTuple,
      UnansweredEvent.OutputTuple,
      UnansweredEvent.OutputObject
    >;

    "Verified(uint256,address,uint256[],uint256,uint256)": TypedContractEvent<
      VerifiedEvent.InputTuple,
      VerifiedEvent.OutputTuple,
      VerifiedEvent.OutputObject
    >;
    Verified: TypedContractEvent<
      VerifiedEvent.InputTuple,
      VerifiedEvent.OutputTuple,
      VerifiedEvent.OutputObject
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
