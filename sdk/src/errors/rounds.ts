import type { Address, Hex } from "viem";

import { formatTime } from "../utils/format.ts";
import { BaseError } from "./BaseError.ts";

/** Thrown when a block's header cannot be encoded so that it has the block's hash. */
export class HeaderHashMismatchError extends BaseError {
  override readonly name = "HeaderHashMismatchError";
  constructor({ expected, actual }: { readonly expected: Hex; readonly actual: Hex }) {
    super(`The encoded header has the hash ${actual}; the block has ${expected}.`, {
      docsPath: "/errors#headerhashmismatcherror",
      metaMessages: [
        "Pass the whole block of `eth_getBlockByNumber`; a newer chain needs a newer version of this package.",
      ],
    });
  }
}

/** Thrown when a draw is made by a beacon of drand, which this package does not fetch. */
export class BeaconNeededError extends BaseError {
  override readonly name = "BeaconNeededError";
  constructor({
    round,
    chainHash,
    time,
  }: {
    readonly round: bigint;
    readonly chainHash: Hex | undefined;
    readonly time: bigint;
  }) {
    super(`The draw takes round ${round} of the beacon ${chainHash ?? "of drand"}, due at ${formatTime(time)}.`, {
      docsPath: "/errors#beaconneedederror",
      metaMessages: [
        `Fetch it, \`/${chainHash?.slice(2) ?? "<chain>"}/public/${round}\` at any server of drand, and pass the answer.`,
      ],
    });
  }
}

/** Thrown when what is given as a beacon cannot be one. */
export class InvalidBeaconError extends BaseError {
  override readonly name = "InvalidBeaconError";
  constructor({ reason, cause }: { readonly reason: string; readonly cause?: unknown }) {
    super(`This is no beacon: ${reason}.`, {
      cause,
      docsPath: "/errors#invalidbeaconerror",
      metaMessages: [
        "Pass what a server of drand answers to `/<chain>/public/<round>`, or its `signature`: 96 hexadecimal digits.",
      ],
    });
  }
}

/** Thrown when a beacon is that of another round. */
export class WrongBeaconError extends BaseError {
  override readonly name = "WrongBeaconError";
  constructor({ expected, actual }: { readonly expected: bigint; readonly actual: bigint }) {
    super(`The beacon is of round ${actual}; the draw takes round ${expected}.`, {
      docsPath: "/errors#wrongbeaconerror",
      metaMessages: ["Fetch the round that `getDraw` names: nobody can choose another one."],
    });
  }
}

/** Thrown when the block that decides a draw is not there yet. */
export class DrawTooEarlyError extends BaseError {
  override readonly name = "DrawTooEarlyError";
  constructor({ time, now }: { readonly time: bigint; readonly now: bigint }) {
    super(`The draw takes the first block from ${formatTime(time)} on; the latest is of ${formatTime(now)}.`, {
      docsPath: "/errors#drawtooearlyerror",
      metaMessages: ["Ask again once that block was mined."],
    });
  }
}

/** Thrown when a source of randomness is of a kind that this package does not know. */
export class UnknownRandomnessError extends BaseError {
  override readonly name = "UnknownRandomnessError";
  constructor({ kind, source }: { readonly kind: string; readonly source: Address }) {
    super(`The source of randomness ${source} is of the kind "${kind}".`, {
      docsPath: "/errors#unknownrandomnesserror",
      metaMessages: ["Make the proof as that contract says, and pass it to `draw`."],
    });
  }
}
