import { expect } from "chai";

import { generator, type Random } from "../../../test/utils/random.ts";
import { followStep, type BlockHeader, type ChainView, type FollowState } from "../../src/watch/follow.ts";

type FakeBlock = BlockHeader & { readonly events: readonly string[] };

/** A chain that is extended and reorganised, seen through nodes that fail, and some of which are behind. */
class FakeChain {
  blocks: FakeBlock[] = [{ number: 0n, hash: "genesis", parentHash: "none", events: [] }];
  readonly known = new Map<string, FakeBlock>(this.blocks.map((block) => [block.hash, block]));
  readonly random: Random;
  /** Of a hundred requests so many fail. */
  failing = 0;
  made = 0;

  constructor(random: Random) {
    this.random = random;
  }

  mine(): void {
    const parent = this.blocks.at(-1);
    if (!parent) throw new Error("There is no genesis.");
    const number = parent.number + 1n;
    const hash = `${number}-${++this.made}`;
    const events = Array.from({ length: this.random(3) }, (_, i) => `${hash}/${i}`);
    const block = { number, hash, parentHash: parent.hash, events };
    this.blocks.push(block);
    this.known.set(hash, block);
  }

  /** Replaces the last blocks by as many or more. */
  reorganise(depth: number): void {
    const dropped = Math.min(depth, this.blocks.length - 1);
    this.blocks.splice(this.blocks.length - dropped);
    for (let mined = 0; mined < dropped + this.random(3); ++mined) this.mine();
  }

  view(between: () => void): ChainView<string> {
    const ask = async <T>(answer: () => T): Promise<T> => {
      between();
      if (this.random(100) < this.failing) throw new Error("The connection broke.");
      // A node that is behind answers as the chain was.
      return answer();
    };
    const behind = () => (this.failing > 0 ? this.random(3) : 0);
    const last = () => BigInt(Math.max(this.blocks.length - 1 - behind(), 0));
    return {
      head: () => ask(last),
      header: (number) => ask(() => (number <= last() ? this.blocks[Number(number)] : undefined)),
      eventsOf: ({ hash }) =>
        ask(() => {
          const block = this.known.get(hash);
          if (!block) throw new Error("Unknown block.");
          return block.events;
        }),
      eventsBetween: (from, to) =>
        ask(() =>
          this.blocks.slice(Number(from), Number(to) + 1).flatMap(({ number, events }) => {
            return events.map((event) => [number, event] as const);
          }),
        ),
    };
  }
}

/** What was told and not taken back; what is taken back must be the last that was told. */
async function follow(chain: FakeChain, state: FollowState<string>, told: string[], between: () => void) {
  const options = { confirmations: 0n, depth: 8n, maxBlockRange: 5n };
  const view = chain.view(between);
  for (;;) {
    const step = await followStep(view, state, options).catch(() => undefined);
    if (step === undefined) return state;
    expect(step.isTooDeep).to.equal(false);
    for (const event of step.removed) expect(told.pop()).to.equal(event);
    told.push(...step.added);
    ({ state } = step);
    if (step.isIdle) return state;
  }
}

describe("Following a chain", function () {
  it("should tell in sum what the chain has in the end, whatever happens on the way", async function () {
    for (let seed = 1; seed <= 400; ++seed) {
      const random = generator(seed);
      const chain = new FakeChain(random);
      const first = random(12);
      for (let mined = 0; mined < 30; ++mined) chain.mine();
      const told: string[] = [];
      let state: FollowState<string> = { next: BigInt(first), tail: [], hasForgotten: false };
      chain.failing = random(40);
      let reorganisations = 0;
      for (let round = 0; round < 40; ++round) {
        // Not deeper in sum than what is remembered, until it was seen.
        let budget = 7;
        state = await follow(chain, state, told, () => {
          const depth = 1 + random(3);
          if (random(8) === 0 && budget >= depth) {
            budget -= depth;
            chain.reorganise(depth);
            ++reorganisations;
          } else if (random(6) === 0) chain.mine();
        });
      }
      expect(reorganisations > 0, `seed ${seed} reorganises nothing`).to.equal(true);
      chain.failing = 0;
      // The last look: nothing fails, nothing happens any more.
      await follow(chain, state, told, () => undefined);
      const canonical = chain.blocks.slice(first).flatMap(({ events }) => events);
      expect(told, `seed ${seed}`).to.deep.equal(canonical);
    }
  });

  it("should say when more was replaced than is remembered", async function () {
    const chain = new FakeChain(generator(1));
    for (let mined = 0; mined < 30; ++mined) chain.mine();
    const options = { confirmations: 0n, depth: 4n, maxBlockRange: 100n };
    let state: FollowState<string> = { next: 0n, tail: [], hasForgotten: false };
    const view = chain.view(() => undefined);
    let tooDeep = 0;
    const settle = async () => {
      for (;;) {
        const step = await followStep(view, state, options);
        ({ state } = step);
        tooDeep += Number(step.isTooDeep);
        if (step.isIdle) return;
      }
    };
    await settle();
    expect(tooDeep).to.equal(0);
    chain.reorganise(6);
    await settle();
    expect(tooDeep).to.equal(1);
    expect(state.next).to.equal(BigInt(chain.blocks.length));
  });

  it("should wait for confirmations, and see nothing of what is replaced before", async function () {
    const chain = new FakeChain(generator(3));
    for (let mined = 0; mined < 10; ++mined) chain.mine();
    const options = { confirmations: 3n, depth: 8n, maxBlockRange: 100n };
    let state: FollowState<string> = { next: 0n, tail: [], hasForgotten: false };
    const told: string[] = [];
    const view = chain.view(() => undefined);
    for (let round = 0; round < 20; ++round) {
      for (let idle = false; !idle;) {
        const step = await followStep(view, state, options);
        expect(step.removed).to.have.length(0);
        told.push(...step.added);
        ({ state, isIdle: idle } = step);
      }
      chain.reorganise(3);
      chain.mine();
    }
    const last = Number(state.next);
    expect(told).to.deep.equal(chain.blocks.slice(0, last).flatMap(({ events }) => events));
    expect(told.length).to.be.greaterThan(10);
  });
});
