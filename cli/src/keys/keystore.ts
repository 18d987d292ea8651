import { getAddress, isAddress, type Address, type Hex } from "viem";
import { privateKeyToAddress } from "viem/accounts";

import { InputFileError, WrongPasswordError } from "../errors.ts";

/** scrypt's cost, as geth's standard: some seconds and 256 MiB a guess. */
const STANDARD_N = 2 ** 18;

/** The most that a keystore may ask for: n r p of scrypt, eight times the standard; iterations of PBKDF2. */
const MAX_WORK = 2 ** 24;
const MAX_ITERATIONS = 10_000_000;

/** A private key, encrypted with a password: the Web3 secret storage format, version 3. */
export type Keystore = {
  /** Path of the file, for errors. */
  readonly path: string;
  /** What is decrypted: exactly what was checked. */
  readonly json: string;
  /** Whose key it says that it is; some programs leave it out. */
  readonly address: Address | undefined;
};

/** Encrypts a private key. @param n scrypt's cost, a power of 2. */
export async function encryptKey(key: Hex, password: string, n: number = STANDARD_N): Promise<string> {
  // Only who signs or makes keys waits for it to load.
  const { encryptKeystoreJson } = await import("ethers");
  const account = { address: privateKeyToAddress(key), privateKey: key };
  return encryptKeystoreJson(account, password, { scrypt: { N: n, r: 8, p: 1 } });
}

/**
 * Decrypts a private key.
 * @throws {WrongPasswordError} when the password is not the keystore's.
 * @throws {InputFileError} when the key is another's than the keystore says, or a part of the keystore is not what it is.
 */
export async function decryptKey({ path, json, address }: Keystore, password: string): Promise<Hex> {
  const { decryptKeystoreJson, isError } = await import("ethers");
  try {
    return (await decryptKeystoreJson(json, password)).privateKey as Hex;
  } catch (cause) {
    const argument = isError(cause, "INVALID_ARGUMENT") ? cause.argument : undefined;
    if (argument === "password") throw new WrongPasswordError({ path });
    if (argument !== "address") throw notKeystore(path);
    // The address is not encrypted: whoever changes it would get what this account buys.
    const metaMessages = ["Somebody has changed the file: take a copy of it that you trust."];
    throw new InputFileError({ path, reason: `The key in it is not that of ${address}.`, metaMessages });
  }
}

/**
 * Reads a keystore: whether decrypting it costs no more than it may, and whose it is.
 * @throws {InputFileError} when the text is anything else, or of a kind that is not supported.
 */
export function parseKeystore(path: string, text: string): Keystore {
  const { version, crypto, address } = parseJson(text);
  if (version !== 3 || !isAffordable((crypto ?? {}) as Encrypted)) throw notKeystore(path);
  const full = typeof address === "string" ? address.replace(/^(0x)?/, "0x") : "";
  const whose = isAddress(full, { strict: false }) ? getAddress(full) : undefined;
  return { path, json: JSON.stringify({ version, crypto, address: whose }), address: whose };
}

/** Whose key it is. @throws {InputFileError} when the keystore does not say. */
export function addressOfKeystore({ path, address }: Keystore): Address {
  if (address !== undefined) return address;
  throw new InputFileError({
    path,
    reason: "The keystore does not say whose key it is.",
    metaMessages: ["Import its key with `deepfunding keystore import`."],
  });
}

type Encrypted = {
  readonly kdf?: unknown;
  readonly kdfparams?: Readonly<Partial<Record<"n" | "r" | "p" | "c", unknown>>>;
};

/** Whether a password can be tried without exhausting the machine; all else is checked by who decrypts. */
function isAffordable({ kdf, kdfparams }: Encrypted): boolean {
  const { n, r, p, c } = kdfparams ?? {};
  if (kdf === "pbkdf2") return isUpTo(c, MAX_ITERATIONS);
  if (kdf !== "scrypt" || !isUpTo(n, MAX_WORK) || !isUpTo(r, MAX_WORK) || !isUpTo(p, MAX_WORK)) return false;
  return n * r * p <= MAX_WORK;
}

function isUpTo(value: unknown, most: number): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) <= most;
}

/** Reads JSON with its names in lower case: programs write `Crypto` or `crypto`, and who decrypts takes either. */
function parseJson(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return (lowerCased(parsed) ?? {}) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function lowerCased(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name.toLowerCase(), lowerCased(each)]));
}

function notKeystore(path: string): InputFileError {
  return new InputFileError({
    path,
    reason: "This is not a keystore.",
    metaMessages: ["Version 3 with aes-128-ctr and scrypt or pbkdf2 is read: what `deepfunding keystore new` writes."],
  });
}
