import { ROUND_KINDS, type RoundKind } from "deepfunding";
import { parseWad, WAD } from "deepfunding/math";
import { getAddress, isAddress, isHex, zeroAddress, type Address, type Hex } from "viem";

import type { Kind } from "./options.ts";

const DECIMAL = /^\d+(\.\d+)?$/;
const SECONDS: Readonly<Record<string, bigint>> = { s: 1n, m: 60n, h: 3_600n, d: 86_400n };

export const FILE: Kind<string> = {
  placeholder: "<file>",
  expected: "the path of a file",
  read: (text) => text || undefined,
  complete: "file",
};

export const FOLDER: Kind<string> = { ...FILE, placeholder: "<folder>", expected: "the path of a folder" };

export const TEXT: Kind<string> = { placeholder: "<text>", expected: "a text", read: (text) => text || undefined };

export const PROJECT: Kind<string> = {
  placeholder: "<project>",
  expected: "the URL of a project, such as https://github.com/owner/name, or owner/name",
  read: (text) => text.trim() || undefined,
};

export const URL_OF_RPC: Kind<string> = {
  placeholder: "<url>",
  expected: "a URL, such as http://127.0.0.1:8545",
  read: (text) => (/^https?:\/\//.test(text) && URL.canParse(text) ? text : undefined),
};

export const ADDRESS: Kind<Address> = {
  placeholder: "<address>",
  expected: "an address: 0x and 40 hex digits",
  // A wrong checksum is a mistyped address.
  read: (text) => (isAddress(text) ? getAddress(text) : undefined),
};

/** Address of an ERC-20; the zero address stands for ether. */
export const TOKEN: Kind<Address> = {
  placeholder: "<address|eth>",
  expected: 'the address of a token, or "eth"',
  read: (text) => (text.toLowerCase() === "eth" ? zeroAddress : ADDRESS.read(text)),
  complete: ["eth"],
};

/** In whole tokens: only the chain knows how many decimals they have. {@link unitsOf} makes units of it. */
export const AMOUNT: Kind<string> = {
  placeholder: "<amount>",
  expected: "an amount in tokens, such as 100 or 0.25",
  read: (text) => (DECIMAL.test(text) && /[1-9]/.test(text) ? text : undefined),
};

/** From 0 to 1, in WAD. */
export const FRACTION: Kind<bigint> = {
  placeholder: "<fraction>",
  expected: "a fraction from 0 to 1, such as 0.5 or 50%",
  read: (text) => {
    const [, number = "", percent] = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text) ?? [];
    if (number === "") return undefined;
    const wad = parseWad(number) / (percent === "%" ? 100n : 1n);
    return wad > WAD ? undefined : wad;
  },
};

export const NUMBER: Kind<number> = {
  placeholder: "<number>",
  expected: "a number above 0, such as 10 or 0.5",
  read: (text) => (DECIMAL.test(text) && Number(text) > 0 && Number.isFinite(Number(text)) ? Number(text) : undefined),
};

/** A whole number of at most 18 digits: a round, a block, a count. */
export const WHOLE: Kind<bigint> = {
  placeholder: "<n>",
  expected: "a whole number from 0",
  read: (text) => (/^\d{1,18}$/.test(text) ? BigInt(text) : undefined),
};

/** A count of things that are worked for, one by one. */
export const FEW: Kind<bigint> = {
  placeholder: "<n>",
  expected: "a whole number from 0 to 999",
  read: (text) => (/^\d{1,3}$/.test(text) ? BigInt(text) : undefined),
};

/** In seconds. */
export const DURATION: Kind<bigint> = {
  placeholder: "<duration>",
  expected: "a duration: 90s, 10m, 2h or 1d",
  read: (text) => {
    const [, count = "0", unit = ""] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
    const seconds = SECONDS[unit];
    return seconds === undefined || BigInt(count) === 0n ? undefined : BigInt(count) * seconds;
  },
};

/** An id of a market or a token. */
export const ID: Kind<bigint> = {
  placeholder: "<id>",
  expected: "an id: 0x and up to 64 hex digits, or digits",
  read: (text) => {
    const isId = (isHex(text) && text.length > 2 && text.length <= 66) || /^\d{1,78}$/.test(text);
    return isId && BigInt(text) < 1n << 256n ? BigInt(text) : undefined;
  },
};

export const HASH: Kind<Hex> = {
  placeholder: "<hash>",
  expected: "a hash: 0x and 64 hex digits",
  read: (text) => (isHex(text) && text.length === 66 ? text : undefined),
};

/** One of a few words. */
export function oneOf<word extends string>(words: readonly word[]): Kind<word> {
  return {
    placeholder: `<${words.join("|")}>`,
    expected: `one of ${words.join(", ")}`,
    read: (text) => words.find((word) => word === text),
    complete: words,
  };
}

export const ROUND_KIND: Kind<RoundKind> = oneOf(ROUND_KINDS);
