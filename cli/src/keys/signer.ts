import { isHex, type Hex, type LocalAccount } from "viem";
import { privateKeyToAccount, privateKeyToAddress, toAccount } from "viem/accounts";

import type { OfflineContext } from "../command.ts";
import { InvalidValueError } from "../errors.ts";
import type { NetworkValues, SendingValues } from "../globals.ts";
import { variable } from "../io.ts";
import { addressOfKeystore, decryptKey, parseKeystore, type Keystore } from "./keystore.ts";
import { readPassword } from "./password.ts";

/** Name of the variable of the environment with a private key. */
export const KEY_VARIABLE = "DEEPFUNDING_PRIVATE_KEY";

/**
 * Finds the key that the user has named: a keystore, else a private key in the environment. `undefined`: none. A
 * keystore is unlocked, and its password asked for, when it first signs.
 * @throws {InputFileError} when the keystore is none.
 * @throws {InvalidValueError} when the environment has no private key where it should.
 */
export async function findSigner(
  context: Pick<OfflineContext, "io" | "readInput">,
  { keystore, passwordFile }: Pick<NetworkValues, "keystore"> & Partial<Pick<SendingValues, "passwordFile">>,
): Promise<LocalAccount | undefined> {
  const path = keystore ?? variable(context.io, "DEEPFUNDING_KEYSTORE");
  if (path !== undefined) {
    const parsed = parseKeystore(path, await context.readInput(path));
    const password = () => readPassword(context, path, passwordFile);
    return lockedAccount(parsed, password);
  }
  const key = variable(context.io, KEY_VARIABLE);
  return key === undefined ? undefined : privateKeyToAccount(readKey(KEY_VARIABLE, key));
}

function lockedAccount(keystore: Keystore, password: () => Promise<string>): LocalAccount {
  const address = addressOfKeystore(keystore);
  const decrypt = async () => privateKeyToAccount(await decryptKey(keystore, await password()));
  let unlocked: Promise<LocalAccount> | undefined;
  const unlock = () => (unlocked ??= decrypt());
  return toAccount({
    address,
    signMessage: async (parameters) => (await unlock()).signMessage(parameters),
    signTransaction: async (...parameters) => (await unlock()).signTransaction(...parameters),
    signTypedData: async (parameters) => (await unlock()).signTypedData(parameters),
  });
}

/** Reads a private key; what is wrong with it is said without showing it. @throws {InvalidValueError} */
export function readKey(what: string, text: string): Hex {
  const key = text.trim();
  const hex = key.startsWith("0x") ? key : `0x${key}`;
  if (isHex(hex) && hex.length === 66 && isOnCurve(hex)) return hex;
  throw new InvalidValueError({ what, text: "…", expected: "a private key: 64 hex digits" });
}

/** Whether a number is one that keys can be: from 1 to the order of the curve, less 1. */
function isOnCurve(key: Hex): boolean {
  try {
    return privateKeyToAddress(key) !== undefined;
  } catch {
    return false;
  }
}
