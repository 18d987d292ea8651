/** A block, as far as following a chain needs it. */
export type BlockHeader = { readonly number: bigint; readonly hash: string; readonly parentHash: string };

/** What a chain is asked. Every answer may be lost, late, or of a node that is behind. */
export type ChainView<E> = {
  /** Number of the latest block. */
  readonly head: () => Promise<bigint>;
  /** The block of a number now; `undefined` if there is none. */
  readonly header: (number: bigint) => Promise<BlockHeader | undefined>;
  /** Events of one block, by its hash: of this one and of no other that took its place. */
  readonly eventsOf: (block: BlockHeader) => Promise<readonly E[]>;
  /** Events of blocks that no reorganisation replaces any more, with the numbers of their blocks. */
  readonly eventsBetween: (from: bigint, to: bigint) => Promise<readonly (readonly [number: bigint, event: E])[]>;
};

type SeenBlock<E> = BlockHeader & { readonly events: readonly E[] };

/** What was seen of a chain, and is remembered. */
export type FollowState<E> = {
  /** The block to look at next. */
  readonly next: bigint;
  /** The last blocks that were seen, each the parent of the one after it. */
  readonly tail: readonly SeenBlock<E>[];
  /** Whether blocks before the tail were seen and forgotten. */
  readonly hasForgotten: boolean;
};

export type FollowOptions = {
  /** How many blocks must follow one before its events count. */
  readonly confirmations: bigint;
  /** How many blocks are remembered: no reorganisation that is deeper can be undone. */
  readonly depth: bigint;
  /** Most blocks of one request. */
  readonly maxBlockRange: bigint;
};

/** What one step has found: events that are gone, newest first, or new ones, oldest first; then the state after it. */
export type FollowStep<E> = {
  readonly state: FollowState<E>;
  readonly removed: readonly E[];
  readonly added: readonly E[];
  /** Whether there is nothing more to see now. */
  readonly isIdle: boolean;
  /** Whether more was replaced than is remembered: events before it may be gone and are not told. */
  readonly isTooDeep: boolean;
};

/**
 * Goes one step along a chain. If it throws, nothing has happened, and the same state can be tried again; a state is
 * reached only together with the events that lead to it, so none is lost and none comes twice.
 *
 * Only a block whose parent is the last that was seen is accepted; any other means a reorganisation, and the last seen
 * blocks go until one is found that is still there. A node that is behind has no block of the next number: that says
 * nothing.
 */
export async function followStep<E>(
  chain: ChainView<E>,
  state: FollowState<E>,
  options: FollowOptions,
): Promise<FollowStep<E>> {
  const { next, tail } = state;
  const head = (await chain.head()) - options.confirmations;
  const last = tail.at(-1);
  if (next > head) return checkLast(chain, state);
  if (head - next >= options.depth) return skip(chain, state, head, options);
  const block = await chain.header(next);
  if (block === undefined) return idle(state);
  if (last && block.parentHash !== last.hash) return rollBack(chain, state);
  const events = await chain.eventsOf(block);
  return { ...idle(remember(state, { ...block, events }, options)), added: events, isIdle: false };
}

function idle<E>(state: FollowState<E>): FollowStep<E> {
  return { state, removed: [], added: [], isIdle: true, isTooDeep: false };
}

function remember<E>(state: FollowState<E>, block: SeenBlock<E>, { depth }: FollowOptions): FollowState<E> {
  const all = [...state.tail, block];
  const tail = all.slice(-Number(depth));
  return { next: block.number + 1n, tail, hasForgotten: state.hasForgotten || tail.length < all.length };
}

/** There is no block after the last; another may have taken its place. */
async function checkLast<E>(chain: ChainView<E>, state: FollowState<E>): Promise<FollowStep<E>> {
  const last = state.tail.at(-1);
  const now = last && (await chain.header(last.number));
  return now === undefined || now.hash === last?.hash ? idle(state) : rollBack(chain, state);
}

/** Catches up with blocks that are too old to be replaced, many at once. */
async function skip<E>(
  chain: ChainView<E>,
  state: FollowState<E>,
  head: bigint,
  options: FollowOptions,
): Promise<FollowStep<E>> {
  const checked = await checkLast(chain, state);
  if (!checked.isIdle) return checked;
  const furthest = state.next + options.maxBlockRange - 1n;
  const to = furthest < head - options.depth ? furthest : head - options.depth;
  const block = await chain.header(to);
  if (block === undefined) return idle(state);
  const found = await chain.eventsBetween(state.next, to);
  const events = found.filter(([number]) => number === to).map(([, event]) => event);
  const caughtUp = { next: to + 1n, tail: [{ ...block, events }], hasForgotten: true };
  return { ...idle(caughtUp), added: found.map(([, event]) => event), isIdle: false };
}

/** Drops the blocks that are gone. */
async function rollBack<E>(chain: ChainView<E>, state: FollowState<E>): Promise<FollowStep<E>> {
  const tail = [...state.tail];
  const removed: E[] = [];
  let { next } = state;
  for (let last = tail.at(-1); last; last = tail.at(-1)) {
    const now = await chain.header(last.number);
    // A node that is behind cannot tell.
    if (now === undefined) return idle(state);
    if (now.hash === last.hash) break;
    removed.push(...last.events.toReversed());
    next = last.number;
    tail.pop();
  }
  if (next === state.next) return idle(state);
  const isTooDeep = tail.length === 0 && state.hasForgotten;
  return { state: { ...state, next, tail }, removed, added: [], isIdle: false, isTooDeep };
}
