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

/** Costs of scrypt that would exhaust the machine, or that are none. */
const TOO_DEAR: readonly object[] = [{ n: 2 ** 25 }, { n: "262144" }, { r: 2 ** 24 }, { p: 0 }, { p: 2 ** 30 }];

/** A keystore as it is written. */
type Written = { readonly Crypto: { readonly kdfparams: { readonly salt: string } } };

describe("CLI: keystores", function () {
  it("what is encrypted here any wallet decrypts, and the other way round", async function () {
    this.timeout(60_000); // at the wallet's own cost
    const json = await encryptKey(KEY, "pässword", CHEAP);
    expect((await Wallet.fromEncryptedJson(json, "pässword")).privateKey).to.equal(KEY);
    const theirs = await new Wallet(KEY).encrypt("secret");
    expect(await decryptKey(parseKeystore("k", theirs), "secret")).to.equal(KEY);
  });

  it("the test vector of the format is decrypted", async function () {
    const keystore = parseKeystore("k", PBKDF2_VECTOR);
    expect(await decryptKey(keystore, "testpassword")).to.equal(
      "0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d",
    );
  });

  it("any key comes back with its password, and with no other", async function () {
    const keys = fc
      .uint8Array({ minLength: 31, maxLength: 31 })
      .map((bytes): Hex => `0x01${Buffer.from(bytes).toString("hex")}`);
    await fc.assert(
      fc.asyncProperty(keys, fc.string(), fc.string(), async (key, password, other) => {
        const keystore = parseKeystore("k", await encryptKey(key, password, CHEAP));
        expect(await decryptKey(keystore, password)).to.equal(key);
        fc.pre(other.normalize("NFKC") !== password.normalize("NFKC"));
        const error = await decryptKey(keystore, other).catch((thrown: unknown) => thrown);
        expect(error).to.be.instanceOf(WrongPasswordError);
      }),
      { numRuns: 30 },
    );
  });

  /** Reads a keystore and decrypts its key: what fails on the way. */
  async function refusalOf(text: string): Promise<unknown> {
    try {
      return await decryptKey(parseKeystore("k", text), "secret");
    } catch (error) {
      return error;
    }
  }

  for (const text of ["", "{}", "[]", "null", '{"version":1}']) {
    it(`refuses ${text || "an empty file"}`, async function () {
      expect(() => parseKeystore("k", text)).to.throw(InputFileError);
      expect(await refusalOf(text)).to.be.instanceOf(InputFileError);
    });
  }

  it("refuses what lacks a part, and costs that would exhaust the machine", async function () {
    const { Crypto: crypto, ...rest } = JSON.parse(await encryptKey(KEY, "secret", CHEAP)) as Written;
    const { kdfparams } = crypto;
    const broken: readonly object[] = [
      { cipher: "des" },
      { ciphertext: undefined },
      { ciphertext: "zz" },
      { cipherparams: undefined },
      { cipherparams: { iv: "00" } },
      { mac: undefined },
      { kdfparams: undefined },
      { kdf: "pbkdf2" },
      { kdf: "pbkdf2", kdfparams: undefined },
      { kdf: "SCRYPT", kdfparams: { ...kdfparams, n: 2 ** 25 } },
      { kdfparams: { ...kdfparams, salt: undefined } },
      { kdfparams: { ...kdfparams, n: 3 } },
      { kdfparams: { ...kdfparams, dklen: 2 ** 30 } },
    ];
    for (const change of [...broken, ...TOO_DEAR.map((params) => ({ kdfparams: { ...kdfparams, ...params } }))]) {
      const text = JSON.stringify({ ...rest, crypto: { ...crypto, ...change } });
      expect(await refusalOf(text), text).to.be.instanceOf(InputFileError);
    }
    // What costs too much is never begun, whatever the case of its names, and if it is written twice.
    for (const params of TOO_DEAR) {
      const text = JSON.stringify({ ...rest, crypto: { ...crypto, kdfparams: { ...kdfparams, ...params } } });
      expect(() => parseKeystore("k", text), text).to.throw(InputFileError);
      for (const name of ["KdfParams", "KDFPARAMS"]) {
        const twice = JSON.stringify({ ...rest, crypto: { ...crypto, [name]: { ...kdfparams, ...params } } });
        expect(() => parseKeystore("k", twice), twice).to.throw(InputFileError);
      }
    }
    const iterated = {
      kdf: "pbkdf2",
      kdfparams: { c: 2 ** 31 - 1, dklen: 32, prf: "hmac-sha256", salt: kdfparams.salt },
    };
    expect(() => parseKeystore("k", JSON.stringify({ ...rest, crypto: { ...crypto, ...iterated } }))).to.throw(
      InputFileError,
    );
    expect(await refusalOf(JSON.stringify({ ...rest, crypto }))).to.equal(KEY);
  });

  it("what is checked is what is decrypted: of a name that is written twice the last counts for both", async function () {
    const { Crypto: crypto, ...rest } = JSON.parse(await encryptKey(KEY, "secret", CHEAP)) as Written;
    const kdfparams = { ...crypto.kdfparams, N: 2 ** 25 };
    expect(() => parseKeystore("k", JSON.stringify({ ...rest, crypto: { ...crypto, kdfparams } }))).to.throw(
      InputFileError,
    );
    const cheap = JSON.stringify({ ...rest, crypto: { KDFPARAMS: kdfparams, ...crypto } });
    expect(await refusalOf(cheap)).to.equal(KEY);
  });

  it("a keystore whose address was changed signs nothing: what is bought would be another's", async function () {
    const stolen = {
      ...(JSON.parse(await encryptKey(KEY, "secret", CHEAP)) as object),
      address: "f39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
    };
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
    expect(await decryptKey(parseKeystore("k", file?.text ?? ""), "secret")).to.equal(KEY);

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
