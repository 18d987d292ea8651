import type { Address, Hex } from "viem";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";

import { defineCommand, type OfflineContext } from "../command.ts";
import { MissingSettingError, OutputFileError } from "../errors.ts";
import { variable } from "../io.ts";
import { addressOfKeystore, encryptKey, parseKeystore } from "../keys/keystore.ts";
import { readNewPassword } from "../keys/password.ts";
import { KEY_VARIABLE, readKey } from "../keys/signer.ts";
import { FILE } from "../kinds.ts";
import { optional, required } from "../options.ts";

const NEW_FILE = { file: required(FILE, "where the keystore is to be; no file may be there") };
const PASSWORD = { passwordFile: optional(FILE, "file with the new password; else it is asked for") };
const NOTE =
  "The file is encrypted with a password (Web3 secret storage, version 3: scrypt and AES-128), as geth, ethers and " +
  "most wallets read it. Whoever has the file and the password has the money: keep a copy of both, apart.";

type Written = { readonly address: Address; readonly file: string };

const view = ({ address, file }: Written) => `${address}\nIts key is in ${file}, encrypted.`;

export const keystoreNew = defineCommand({
  name: "keystore new",
  summary: "make a new key, encrypted with a password",
  notes: [NOTE],
  scope: "offline",
  args: NEW_FILE,
  options: PASSWORD,
  examples: [{ line: "deepfunding keystore new key.json", does: "asks for a password" }],
  run: (context, values) => write(context, values, generatePrivateKey()),
  view,
});

export const keystoreImport = defineCommand({
  name: "keystore import",
  summary: "encrypt a private key that you have",
  notes: [NOTE, `The key is read from the file, else from ${KEY_VARIABLE}, else it is asked for.`],
  scope: "offline",
  args: NEW_FILE,
  options: { ...PASSWORD, keyFile: optional(FILE, "file with the private key, in hex") },
  examples: [{ line: "deepfunding keystore import key.json --key-file secret.txt", does: "a key from a file" }],
  run: async (context, values) => write(context, values, await readExisting(context, values.keyFile)),
  view,
});

export const keystoreAddress = defineCommand({
  name: "keystore address",
  summary: "show whose key a keystore has",
  scope: "offline",
  args: { file: required(FILE, "the keystore") },
  options: {},
  examples: [{ line: "deepfunding keystore address key.json", does: "needs no password" }],
  run: async ({ readInput }, { file }): Promise<Written> => {
    return { address: addressOfKeystore(parseKeystore(file, await readInput(file))), file };
  },
  view: ({ address }) => address,
});

async function write(
  context: OfflineContext,
  { file, passwordFile }: { readonly file: string; readonly passwordFile: string | undefined },
  key: Hex,
): Promise<Written> {
  const password = await readNewPassword(context, file, passwordFile);
  context.progress.show("Encrypting");
  const text = `${await encryptKey(key, password)}\n`;
  try {
    await context.io.writeNewFile(file, text, { secret: true });
  } catch (cause) {
    throw new OutputFileError({ path: file, cause });
  }
  return { address: privateKeyToAddress(key), file };
}

async function readExisting({ io, readInput }: OfflineContext, keyFile: string | undefined): Promise<Hex> {
  if (keyFile !== undefined) return readKey(keyFile, await readInput(keyFile));
  const given = variable(io, KEY_VARIABLE);
  if (given !== undefined) return readKey(KEY_VARIABLE, given);
  if (io.ask !== undefined) return readKey("The key", await io.ask("Private key: ", { secret: true }));
  const remedies = [`Pass a file that holds it with \`--key-file\`, or set ${KEY_VARIABLE}.`];
  throw new MissingSettingError({ what: "The key", remedies });
}
