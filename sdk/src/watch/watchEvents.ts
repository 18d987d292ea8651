import {
  encodeEventTopics,
  parseEventLogs,
  type Abi,
  type Address,
  type ContractEventName,
  type Hex,
  type ParseEventLogsReturnType,
} from "viem";

import { given } from "../chain/given.ts";
import { latestBlock, MAX_BLOCK_RANGE, type LogFilter, type MinedLog } from "../chain/logRange.ts";
import { InvalidParameterError } from "../errors/math.ts";
import type { ThrownBy } from "../errors/generated/thrownBy.ts";
import { ReorganisationTooDeepError } from "../errors/watch.ts";
import type { ReadClient } from "../types/client.ts";
import { followStep, type FollowState } from "./follow.ts";
import { logsOfChain } from "./logs.ts";
import { poll, type Unwatch } from "./poll.ts";

/** How to watch. */
export type WatchOptions = {
  /** First block to look at. By default the next one. */
  readonly fromBlock?: bigint | undefined;
  /** How many blocks must follow one before its events are told; by default 0: at once, and taken back if need be. */
  readonly confirmations?: number | undefined;
  /** How many blocks are remembered to undo a reorganisation; by default 64, which are two epochs of Ethereum. */
  readonly depth?: number | undefined;
  /** Time between two looks, in thousandths of seconds; by default the client's `pollingInterval`, longer while nothing answers. */
  readonly pollingInterval?: number | undefined;
  /** How many blocks one request asks for at most; by default 10,000. */
  readonly maxBlockRange?: bigint | undefined;
  /** Told what failed: it is tried again. */
  readonly onError?: ((error: unknown) => void) | undefined;
};

/** Events of some names, decoded. */
export type WatchedEvents<
  abi extends Abi,
  name extends ContractEventName<abi> = ContractEventName<abi>,
> = ParseEventLogsReturnType<abi, name[], true>;

export type WatchEventsParameters<
  abi extends Abi = Abi,
  name extends ContractEventName<abi> = ContractEventName<abi>,
> = WatchOptions & {
  /** The contract, or several. */
  readonly address: Address | readonly Address[];
  /** Its ABI, or the part with the events. */
  readonly abi: abi;
  /** Names of the events; by default all of the ABI. */
  readonly events?: readonly name[] | undefined;
  /** Values of indexed arguments, by name; every event must have them. */
  readonly args?: Readonly<Record<string, unknown>> | undefined;
  /** Told new events, in the order of the chain. The next come when it has ended. */
  readonly onEvents: (events: WatchedEvents<abi, name>) => void | Promise<void>;
  /** Told events that a reorganisation has taken back, newest first, before those that take their place. */
  readonly onRemoved?: ((events: WatchedEvents<abi, name>) => void | Promise<void>) | undefined;
};

export type WatchEventsReturnType = Unwatch;

export type WatchEventsErrorType = ThrownBy["watchEvents"];

const DEPTH = 64;

/**
 * Tells events as they happen, each once, until it is stopped by the function that it returns. A connection that breaks
 * is tried again, ever more slowly, and what happened meanwhile is told then. When a reorganisation replaces blocks,
 * their events are taken back first: whoever keeps a sum adds what comes and subtracts what goes.
 * @throws {InvalidParameterError} when nothing would be remembered, or fewer than no blocks are to follow.
 */
export function watchEvents<const abi extends Abi, name extends ContractEventName<abi>>(
  client: ReadClient,
  parameters: WatchEventsParameters<abi, name>,
): WatchEventsReturnType {
  const { address, abi, onEvents } = given(parameters);
  const { events, onRemoved, onError, maxBlockRange = MAX_BLOCK_RANGE } = parameters;
  const options = { ...toOptions(parameters), maxBlockRange };
  const chain = logsOfChain(client, toFilter({ ...parameters, address, abi }), maxBlockRange);
  const eventName = events && [...events];
  const decode = (logs: readonly MinedLog[]) =>
    parseEventLogs({ abi, logs: [...logs], ...(eventName && { eventName }) } as never) as WatchedEvents<abi, name>;
  let state: FollowState<MinedLog> | undefined;
  return poll(
    async (isStopped) => {
      let current = state ?? (await startOf(client, parameters.fromBlock));
      while (!isStopped()) {
        const { isIdle, isTooDeep, removed, added, ...step } = await followStep(chain, current, options);
        if (isStopped()) return;
        current = state = step.state;
        if (isTooDeep) onError?.(new ReorganisationTooDeepError({ blockNumber: current.next, depth: options.depth }));
        await tell(onRemoved, decode(removed), onError);
        await tell(onEvents, decode(added), onError);
        if (isIdle) return;
      }
    },
    parameters.pollingInterval ?? client.pollingInterval,
    onError,
  );
}

function toOptions({ confirmations = 0, depth = DEPTH }: WatchOptions) {
  if (!Number.isInteger(depth) || depth < 1) {
    throw new InvalidParameterError({ parameter: "depth", value: depth, expected: "an integer of at least 1" });
  }
  if (!Number.isInteger(confirmations) || confirmations < 0) {
    const expected = "an integer of at least 0";
    throw new InvalidParameterError({ parameter: "confirmations", value: confirmations, expected });
  }
  return { confirmations: BigInt(confirmations), depth: BigInt(depth) };
}

async function startOf(client: ReadClient, fromBlock: bigint | undefined): Promise<FollowState<MinedLog>> {
  const next = fromBlock ?? (await latestBlock(client)) + 1n;
  return { next, tail: [], hasForgotten: false };
}

/** What the listener throws is its own failure: the events were told. */
async function tell<events extends readonly unknown[]>(
  listener: ((events: events) => void | Promise<void>) | undefined,
  events: events,
  onError: WatchOptions["onError"],
): Promise<void> {
  if (events.length === 0) return;
  try {
    await listener?.(events);
  } catch (error) {
    onError?.(error);
  }
}

/** The names, and the indexed arguments that the events have in common. */
function toFilter<abi extends Abi, name extends ContractEventName<abi>>({
  abi,
  address,
  events,
  args,
}: WatchEventsParameters<abi, name>): LogFilter {
  const names = events ?? abi.flatMap((entry) => (entry.type === "event" ? [entry.name] : []));
  const encoded = names.map((eventName) => encodeEventTopics({ abi, eventName, args } as never) as readonly Topic[]);
  const [indexed = [], ...others] = encoded.map((topics) => withoutTrailing(topics.slice(1)));
  if (others.some((topics) => JSON.stringify(topics) !== JSON.stringify(indexed))) {
    const expected = "indexed arguments that all of the events have, at the same place";
    throw new InvalidParameterError({ parameter: "args", value: Object.keys(args ?? {}).join(", "), expected });
  }
  return { address, topics: [encoded.map(([signature]) => signature as Hex), ...indexed] };
}

type Topic = Hex | readonly Hex[] | null;

/** Without the arguments at the end that may have any value. */
function withoutTrailing(topics: readonly Topic[]): readonly Topic[] {
  return topics.slice(0, topics.findLastIndex((topic) => topic !== null) + 1);
}
