import { expect } from "chai";
import { Wallet } from "ethers";
import * as fc from "fast-check";
import type { Hex } from "viem";

import { InputFileError, WrongPasswordError } from "../src/errors.ts";
import type { Io } from "../src/io.ts";
import { decryptKey, encryptKey, parseKeystore } from "../src/keys/keystore.ts";
import { findSigner } from "../src/keys/signer.ts";
import { runCli } from "./utils/cli.ts";

const KEY = "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";
const ADDRESS = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
/** As cheap as scrypt gets: what is tested is not how long a guess takes. */
const CHEAP = 2;

/** The first test vector of the format's definition, for PBKDF2. */
const PBKDF2_VECTOR = `{"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"6087dab2f9fdbbfaddc31a909735c1e6"},
"ciphertext":"5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46","kdf":"pbkdf2","kdfparams":{"c":262144,
"dklen":32,"prf":"hmac-sha256","salt":"ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd"},
"mac":"517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"},"id":"3198bc9c-6672-5ab3-d995-4942343ae5b6",
"version":3}`;

describe("CLI: keystores", function () {
  it("ethers decrypts what we encrypt", async function () {
    const json = JSON.stringify(await encryptKey(KEY, "pässword", CHEAP));
    expect((await Wallet.fromEncryptedJson(json, "pässword")).privateKey).to.equal(KEY);
  });

  it("we decrypt what ethers encrypts", async function () {
    this.timeout(60_000); // ethers takes its own time for scrypt
    const json = await new Wallet(KEY).encrypt("secret");
    expect(await decryptKey(parseKeystore("k", json), "secret", "k")).to.equal(KEY);
  });

  it("the test vector of the format is decrypted", async function () {
    const keystore = parseKeystore("k", PBKDF2_VECTOR);
    expect(await decryptKey(keystore, "testpassword", "k")).to.equal(
      "0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d",
    );
  });

  it("any key comes back with its password, and with no other", async function () {
    const keys = fc
      .uint8Array({ minLength: 31, maxLength: 31 })
      .map((bytes): Hex => `0x01${Buffer.from(bytes).toString("hex")}`);
    await fc.assert(
      fc.asyncProperty(keys, fc.string(), fc.string(), async (key, password, other) => {
        const keystore = parseKeystore("k", JSON.stringify(await encryptKey(key, password, CHEAP)));
        expect(await decryptKey(keystore, password, "k")).to.equal(key);
        fc.pre(other.normalize("NFKC") !== password.normalize("NFKC"));
        const error = await decryptKey(keystore, other, "k").catch((thrown: unknown) => thrown);
        expect(error).to.be.instanceOf(WrongPasswordError);
      }),
      { numRuns: 30 },
    );
  });

  for (const text of ["", "{}", "[]", "null", '{"version":1}', PBKDF2_VECTOR.replace("aes-128-ctr", "des")]) {
    it(`refuses ${text.slice(0, 20) || "an empty file"}`, function () {
      expect(() => parseKeystore("k", text)).to.throw(InputFileError);
    });
  }

  it("refuses what lacks a part, and costs that would exhaust the machine", async function () {
    const sound = await encryptKey(KEY, "secret", CHEAP);
    const { crypto } = sound;
    const { kdfparams } = crypto;
    const broken: readonly object[] = [
      { ciphertext: crypto.ciphertext.slice(2) },
      { cipherparams: undefined },
      { cipherparams: { iv: "00" } },
      { mac: "zz" },
      { kdfparams: undefined },
      { kdf: "pbkdf2" },
      { kdf: "pbkdf2", kdfparams: undefined },
      { kdfparams: { ...kdfparams, c: 1, prf: "hmac-sha256" } },
      { kdfparams: { ...kdfparams, salt: undefined } },
      { kdfparams: { ...kdfparams, n: 2 ** 25 } },
      { kdfparams: { ...kdfparams, n: 3 } },
      { kdfparams: { ...kdfparams, r: 2 ** 24 } },
      { kdfparams: { ...kdfparams, p: 0 } },
      { kdf: "pbkdf2", kdfparams: { c: 2 ** 31 - 1, dklen: 32, prf: "hmac-sha256", salt: kdfparams.salt } },
    ];
    for (const change of broken) {
      const text = JSON.stringify({ ...sound, crypto: { ...crypto, ...change } });
      expect(() => parseKeystore("k", text), text).to.throw(InputFileError);
    }
    expect(parseKeystore("k", JSON.stringify(sound))).to.deep.equal(sound);
  });

  it("a keystore whose address was changed signs nothing: what is bought would be another's", async function () {
    const stolen = { ...(await encryptKey(KEY, "secret", CHEAP)), address: "f39Fd6e51aad88F6F4ce6aB8827279cffFb92266" };
    const readInput = (path: string) => Promise.resolve(path === "pw" ? "secret" : JSON.stringify(stolen));
    const context = { io: { env: {} } as Io, readInput };
    const signer = await findSigner(context, { keystore: "k", passwordFile: "pw" });
    const error = await signer?.signMessage({ message: "" }).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(InputFileError);
  });

  it("keystore new, import and address: the file is secret, and one that is there is never overwritten", async function () {
    this.timeout(60_000); // at the standard's cost
    const files = { pw: "secret\n", key: `${KEY}\n` };
    const made = await runCli(["keystore", "import", "k.json", "--key-file", "key", "--password-file", "pw"], {
      files,
    });
    expect(made).to.deep.include({ code: 0, error: "" });
    const file = made.written.get("k.json");
    expect(file?.secret).to.equal(true);
    expect(file?.text).to.not.include(KEY.slice(2));
    expect(await decryptKey(parseKeystore("k", file?.text ?? ""), "secret", "k")).to.equal(KEY);

    const known = { "k.json": file?.text ?? "" };
    const shown = await runCli(["keystore", "address", "k.json", "--json"], { files: known });
    expect(JSON.parse(shown.out)).to.deep.equal({ address: ADDRESS, file: "k.json" });
    const again = await runCli(["keystore", "new", "k.json", "--password-file", "pw"], {
      files: { ...files, ...known },
    });
    expect(again).to.deep.include({ code: 1, out: "" });
  });

  it("keystore new asks twice on a terminal, and wants the same password", async function () {
    const { code, error, questions, written } = await runCli(["keystore", "new", "k"], { answers: ["one", "two"] });
    expect([code, questions.length, written.size]).to.deep.equal([2, 2, 0]);
    expect(error).to.include("the same both times");
  });

  it("a key that is none is refused without being shown", async function () {
    for (const text of ["abc", `0x${"0".repeat(64)}`, `0x${"f".repeat(64)}`]) {
      const run = await runCli(["keystore", "import", "k", "--key-file", "key"], { files: { key: text } });
      expect(run.code).to.equal(2);
      expect(run.error).to.not.include(text);
    }
  });
});
