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
  const full = address.startsWith("0x") ? address : `0x${address}`;
  if (isAddress(full, { strict: false })) return getAddress(full);
  throw new InputFileError({
    path,
    reason: "The keystore does not say whose key it is.",
    metaMessages: ["Import its key with `deepfunding keystore import`."],
  });
}

function isKeystore(content: unknown): content is Keystore {
  const { version, crypto } = (content ?? {}) as Partial<Keystore>;
  if (version !== 3 || crypto?.cipher !== "aes-128-ctr" || typeof crypto.ciphertext !== "string") return false;
  const { kdf, kdfparams, mac } = crypto as Partial<Keystore["crypto"]>;
  const isKnown = kdf === "scrypt" || (kdf === "pbkdf2" && (kdfparams as Partial<Pbkdf2Params>).prf === "hmac-sha256");
  return isKnown && kdfparams?.dklen === KEY_LENGTH && typeof mac === "string";
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
