import { isHex, type Address, type Hex, type LocalAccount } from "viem";
import { privateKeyToAccount } from "viem/accounts";

import type { OfflineContext } from "../command.ts";
import { InvalidValueError } from "../errors.ts";
import type { SendingValues } from "../globals.ts";
import { addressOfKeystore, decryptKey, parseKeystore } from "./keystore.ts";
import { readPassword } from "./password.ts";

/** Name of the variable of the environment with a private key. */
const KEY_VARIABLE = "DEEPFUNDING_PRIVATE_KEY";

/** An account that can sign, once it is unlocked. */
export type Signer = {
  readonly address: Address;
  readonly unlock: () => Promise<LocalAccount>;
};

/**
 * Finds the key that the user has named: a keystore, else a private key in the environment. `undefined`: none.
 * @throws {InputFileError} when the keystore is none.
 * @throws {InvalidValueError} when the environment has no private key where it should.
 */
export async function findSigner(
  context: Pick<OfflineContext, "io" | "readInput">,
  { keystore, passwordFile }: Pick<SendingValues, "keystore" | "passwordFile">,
): Promise<Signer | undefined> {
  const { env } = context.io;
  const path = keystore ?? env["DEEPFUNDING_KEYSTORE"];
  if (path !== undefined) {
    const parsed = parseKeystore(path, await context.readInput(path));
    const unlock = async () =>
      privateKeyToAccount(await decryptKey(parsed, await readPassword(context, path, passwordFile), path));
    return { address: addressOfKeystore(path, parsed), unlock };
  }
  const key = env[KEY_VARIABLE];
  if (key === undefined) return undefined;
  const account = privateKeyToAccount(readKey(KEY_VARIABLE, key));
  return { address: account.address, unlock: () => Promise.resolve(account) };
}

/** Reads a private key; what is wrong with it is said without showing it. @throws {InvalidValueError} */
export function readKey(what: string, text: string): Hex {
  const key = text.trim();
  const hex = key.startsWith("0x") ? key : `0x${key}`;
  if (isHex(hex) && hex.length === 66) return hex;
  throw new InvalidValueError({ what, text: "…", expected: "a private key: 64 hex digits" });
}
