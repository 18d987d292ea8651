import type { Address } from "viem";

import { getRound, type GetRoundReturnType } from "../actions/rounds/getRound.ts";
import { given } from "../chain/given.ts";
import type { ReadClient } from "../types/client.ts";
import { poll, type Unwatch } from "./poll.ts";

export type WatchRoundParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Told where the current round stands now, and again when its phase has changed or another has started. */
  readonly onPhase: (round: GetRoundReturnType) => void | Promise<void>;
  /** Told what failed: it is tried again. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Time between two looks, in thousandths of seconds; by default the client's `pollingInterval`, longer while nothing answers. */
  readonly pollingInterval?: number | undefined;
};

export type WatchRoundReturnType = Unwatch;

export type WatchRoundErrorType = never;

/**
 * Tells the phase of the current round, at first and whenever it has changed, until it is stopped by the function that
 * it returns. Phases change by the clock, as the latest block has it, without any event.
 */
export function watchRound(client: ReadClient, parameters: WatchRoundParameters): WatchRoundReturnType {
  const { rounds, onPhase } = given(parameters);
  const { onError, pollingInterval = client.pollingInterval } = parameters;
  let told: string | undefined;
  return poll(
    async (isStopped) => {
      const round = await getRound(client, { rounds });
      const now = `${round.round} ${round.phase}`;
      if (now === told || isStopped()) return;
      told = now;
      await onPhase(round);
    },
    pollingInterval,
    onError,
  );
}
