/// <reference types="node" />
import {
  createCipheriv,
  createDecipheriv,
  pbkdf2,
  randomBytes,
  randomUUID,
  scrypt,
  timingSafeEqual,
} from "node:crypto";
import { promisify } from "node:util";
import { getAddress, isAddress, keccak256, type Address, type Hex } from "viem";
import { privateKeyToAddress } from "viem/accounts";

import { InputFileError, WrongPasswordError } from "../errors.ts";

/** scrypt's cost, as geth's standard: about a second and 256 MiB a guess. */
const STANDARD_N = 2 ** 18;
const R = 8;
const KEY_LENGTH = 32;

/** The most that a keystore may ask for: n r p of scrypt, eight times the standard; iterations of PBKDF2. */
const MAX_WORK = 2 ** 24;
const MAX_ITERATIONS = 10_000_000;

type ScryptParams = { readonly n: number; readonly r: number; readonly p: number };
type Pbkdf2Params = { readonly c: number; readonly prf: string };

/** A private key, encrypted with a password: the Web3 secret storage format, version 3. */
export type Keystore = {
  readonly version: 3;
  readonly id: string;
  /** Without `0x`; some programs leave it out. */
  readonly address?: string | undefined;
  readonly crypto: {
    readonly cipher: "aes-128-ctr";
    readonly cipherparams: { readonly iv: string };
    readonly ciphertext: string;
    readonly kdf: "scrypt" | "pbkdf2";
    readonly kdfparams: { readonly dklen: number; readonly salt: string } & (ScryptParams | Pbkdf2Params);
    readonly mac: string;
  };
};

/**
 * Encrypts a private key (Web3 secret storage, version 3): scrypt makes a key of the password, its first half encrypts
 * with AES-128-CTR, its second half and the ciphertext hashed with keccak256 are the MAC.
 * @param n scrypt's cost, a power of 2.
 */
export async function encryptKey(key: Hex, password: string, n: number = STANDARD_N): Promise<Keystore> {
  const [salt, iv] = [randomBytes(32), randomBytes(16)];
  const kdfparams = { dklen: KEY_LENGTH, salt: salt.toString("hex"), n, r: R, p: 1 };
  const derived = await deriveKey(password, kdfparams);
  const cipher = createCipheriv("aes-128-ctr", derived.subarray(0, 16), iv);
  const ciphertext = Buffer.concat([cipher.update(Buffer.from(key.slice(2), "hex")), cipher.final()]);
  return {
    version: 3,
    id: randomUUID(),
    address: privateKeyToAddress(key).slice(2).toLowerCase(),
    crypto: {
      cipher: "aes-128-ctr",
      cipherparams: { iv: iv.toString("hex") },
      ciphertext: ciphertext.toString("hex"),
      kdf: "scrypt",
      kdfparams,
      mac: macOf(derived, ciphertext).toString("hex"),
    },
  };
}

/**
 * Decrypts a private key.
 * @param path Of the keystore, for the error.
 * @throws {WrongPasswordError} when the password is not the keystore's.
 */
export async function decryptKey({ crypto }: Keystore, password: string, path: string): Promise<Hex> {
  const derived = await deriveKey(password, crypto.kdfparams);
  const ciphertext = Buffer.from(crypto.ciphertext, "hex");
  const mac = Buffer.from(crypto.mac, "hex");
  const expected = macOf(derived, ciphertext);
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected)) throw new WrongPasswordError({ path });
  const iv = Buffer.from(crypto.cipherparams.iv, "hex");
  const decipher = createDecipheriv("aes-128-ctr", derived.subarray(0, 16), iv);
  return `0x${Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("hex")}`;
}

/**
 * Reads a keystore.
 * @throws {InputFileError} when the text is anything else, or of a kind that is not supported.
 */
export function parseKeystore(path: string, text: string): Keystore {
  const content = withLowerCase(parseJson(text));
  if (isKeystore(content)) return content;
  throw new InputFileError({
    path,
    reason: "This is not a keystore.",
    metaMessages: ["Version 3 with aes-128-ctr and scrypt or pbkdf2 is read: what `deepfunding keystore new` writes."],
  });
}

/** Whose key it is. @throws {InputFileError} when the keystore does not say. */
export function addressOfKeystore(path: string, { address = "" }: Keystore): Address {
  const full = String(address).replace(/^(0x)?/, "0x");
  if (isAddress(full, { strict: false })) return getAddress(full);
  throw new InputFileError({
    path,
    reason: "The keystore does not say whose key it is.",
    metaMessages: ["Import its key with `deepfunding keystore import`."],
  });
}

/** What has the members of a type, or not: before it is checked. */
type Unchecked<T> = { readonly [member in keyof T]?: unknown };

function isKeystore(content: unknown): content is Keystore {
  const { version, crypto } = (content ?? {}) as Unchecked<Keystore>;
  const { cipher, cipherparams, ciphertext, mac, ...derivation } = (crypto ?? {}) as Unchecked<Keystore["crypto"]>;
  const { iv } = (cipherparams ?? {}) as Unchecked<Keystore["crypto"]["cipherparams"]>;
  const isEncrypted = cipher === "aes-128-ctr" && isHexOf(ciphertext, 32) && isHexOf(iv, 16) && isHexOf(mac, 32);
  return version === 3 && isEncrypted && isDerivation(derivation);
}

type UncheckedParams = Unchecked<ScryptParams & Pbkdf2Params & { dklen: unknown; salt: unknown }>;

/** Whether a key can be derived of a password like this. */
function isDerivation({ kdf, kdfparams }: Unchecked<Keystore["crypto"]>): boolean {
  const params = (kdfparams ?? {}) as UncheckedParams;
  const { dklen, salt, prf, c } = params;
  if (dklen !== KEY_LENGTH || typeof salt !== "string" || !/^([0-9a-f]{2})+$/i.test(salt)) return false;
  if (kdf === "pbkdf2") return prf === "hmac-sha256" && isUpTo(c, MAX_ITERATIONS);
  return kdf === "scrypt" && c === undefined && isScrypt(params);
}

function isScrypt({ n, r, p }: UncheckedParams): boolean {
  const isBounded = isUpTo(n, MAX_WORK) && isUpTo(r, MAX_WORK) && isUpTo(p, MAX_WORK) && n * r * p <= MAX_WORK;
  return isBounded && n > 1 && Number.isInteger(Math.log2(n));
}

function isHexOf(value: unknown, bytes: number): boolean {
  return typeof value === "string" && value.length === 2 * bytes && /^[0-9a-f]*$/i.test(value);
}

function isUpTo(value: unknown, most: number): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) <= most;
}

/** Some programs write `Crypto` for `crypto`. */
function withLowerCase(content: unknown): unknown {
  if (typeof content !== "object" || content === null) return content;
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name.toLowerCase(), value as unknown]));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function deriveKey(password: string, params: Keystore["crypto"]["kdfparams"]): Promise<Buffer> {
  const salt = Buffer.from(params.salt, "hex");
  // Passwords are compared in one form of Unicode, so that every keyboard gives the same.
  const bytes = Buffer.from(password.normalize("NFKC"));
  if ("c" in params) return promisify(pbkdf2)(bytes, salt, params.c, params.dklen, "sha256");
  const { n, r, p, dklen } = params;
  return new Promise((resolve, reject) => {
    // Node's limit is below what the standard cost needs: 128 r (n + p) bytes, and a little.
    scrypt(bytes, salt, dklen, { N: n, r, p, maxmem: 256 * r * (n + p) }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function macOf(derived: Buffer, ciphertext: Buffer): Buffer {
  return Buffer.from(keccak256(Buffer.concat([derived.subarray(16, 32), ciphertext]), "bytes"));
}
