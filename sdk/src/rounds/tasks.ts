import type { AnyCall } from "../types/call.ts";
import type { RoundPhase, RoundSchedule } from "../types/round.ts";

/** Who may do something. */
export type TaskActor = "anyone" | "jurors' Safe" | "juror" | "maintainer" | "sponsor";

/** Something that can be done now. */
export type RoundTask = {
  /** Name of this package's action; `…Call` describes it. */
  readonly action: string;
  /** Who may do it. */
  readonly who: TaskActor;
  /** What the action takes besides the addresses of contracts, as far as it is known. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The call, ready to be sent; `undefined` if somebody has to decide something first. */
  readonly call: AnyCall | undefined;
  /** What it is good for, in a sentence. */
  readonly why: string;
  /** First second at which it is too late, in unix seconds; `undefined`: it stays possible. */
  readonly until: bigint | undefined;
  /** Whether the round comes to its end without it as well. */
  readonly isOptional: boolean;
};

/** When to look again, if nothing is to be done before. */
export type RoundAppointment = {
  /** Unix seconds; `undefined`: it is a block that counts. */
  readonly at: bigint | undefined;
  /** Number of the block that must have been mined; `undefined`: it is the time that counts. */
  readonly block: bigint | undefined;
  /** What can be done, or begins, then. */
  readonly what: string;
};

/** Where a round stands and what can be done. */
export type RoundStatus = {
  /** Number of the round; 0: none was started yet. */
  readonly round: bigint;
  /** Which phase it is in. */
  readonly phase: RoundPhase;
  /** When its phases begin. */
  readonly schedule: RoundSchedule;
  /** Time of the block that was read, in unix seconds. */
  readonly now: bigint;
  /** Seconds until the next phase begins; `undefined`: this was the last. */
  readonly secondsToNextPhase: bigint | undefined;
  /** What can be called now and by whom: what the round needs first, what is optional last. */
  readonly tasks: readonly RoundTask[];
  /** The next moment at which the list grows by itself; `undefined`: none is known. */
  readonly next: RoundAppointment | undefined;
};
