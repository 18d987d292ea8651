import { expect } from "chai";
import {
  createWalletClient,
  custom,
  getAddress,
  keccak256,
  numberToHex,
  parseSignature,
  serializeCompactSignature,
  signatureToCompactSignature,
  size,
  type Hex,
} from "viem";
import { generatePrivateKey, privateKeyToAccount, toAccount } from "viem/accounts";

import { deriveBidSalt } from "../../src/client/index.ts";
import { deriveSalt, randomSalt, saltMessage } from "../../src/auction/index.ts";
import { SaltNotReproducibleError } from "../../src/errors/index.ts";
import { expectThrow } from "../utils/throws.ts";

const account = privateKeyToAccount(numberToHex(1, { size: 32 }));
const AUCTION = getAddress(numberToHex(1, { size: 20 }));
const WHERE = { chainId: 31_337, auction: AUCTION, market: 256n };
const sign = (where: Parameters<typeof saltMessage>[0]) => account.signTypedData(saltMessage(where));
/** A chain that says its number and nothing else. */
const transport = custom({ request: async () => numberToHex(WHERE.chainId) });

/** An account that signs `signatures`, one after the other. */
function signing(...signatures: readonly Hex[]) {
  let count = 0;
  const next = async () => signatures[count++] ?? "0x";
  const local = toAccount({
    address: account.address,
    signMessage: next,
    signTransaction: next,
    signTypedData: next,
  });
  return createWalletClient({ account: local, transport });
}

describe("salts", function () {
  it("are the hash of a signature that only the key can make, and can make again", async function () {
    const signature = await sign(WHERE);
    expect(deriveSalt(signature)).to.equal(keccak256(signature));
    expect(deriveSalt(await sign(WHERE))).to.equal(deriveSalt(signature));
    const stranger = privateKeyToAccount(generatePrivateKey());
    expect(deriveSalt(await stranger.signTypedData(saltMessage(WHERE)))).not.to.equal(deriveSalt(signature));
  });

  it("are others for another chain, auction, market or counter; 0 is the first counter", async function () {
    const places = [
      WHERE,
      { ...WHERE, chainId: 1n },
      { ...WHERE, auction: account.address },
      { ...WHERE, market: 512n },
      { ...WHERE, counter: 1n },
    ];
    const salts = await Promise.all(places.map(async (place) => deriveSalt(await sign(place))));
    expect(new Set(salts).size).to.equal(places.length);
    expect(deriveSalt(await sign({ ...WHERE, counter: 0n }))).to.equal(salts[0]);
  });

  it("are the same however a wallet writes the signature", async function () {
    const counters = Array.from({ length: 8 }, (_, counter) => BigInt(counter));
    const parities = new Set<number>();
    for (const counter of counters) {
      const signature = await sign({ ...WHERE, counter });
      const { r, s, yParity } = parseSignature(signature);
      if (yParity === undefined) throw new Error("A signature has a parity.");
      parities.add(yParity);
      const bare: Hex = `${signature.slice(0, 130) as Hex}0${yParity}`;
      const compact = serializeCompactSignature(signatureToCompactSignature({ r, s, yParity }));
      expect([size(bare), size(compact)]).to.deep.equal([65, 64]);
      expect([deriveSalt(bare), deriveSalt(compact)]).to.deep.equal([deriveSalt(signature), deriveSalt(signature)]);
    }
    expect(parities).to.deep.equal(new Set([0, 1]));
  });

  it("are refused of what is not the signature of one key", async function () {
    const signature = await sign(WHERE);
    const two: Hex = `${signature}${signature.slice(2) as Hex}` as Hex;
    for (const wrong of [two, "0x", `${signature.slice(0, 130)}1f`, `0x${"00".repeat(64)}1b`] as Hex[]) {
      const error = expectThrow(() => deriveSalt(wrong), SaltNotReproducibleError);
      expect(error.message).to.include("randomSalt()");
    }
  });

  it("deriveBidSalt signs twice, for the client's chain", async function () {
    const client = createWalletClient({ account, transport });
    const where = { auction: AUCTION, market: 256n };
    expect(await deriveBidSalt(client, where)).to.equal(deriveSalt(await sign(WHERE)));
    const third = await deriveBidSalt(client, { ...where, counter: 3n });
    expect(third).to.equal(deriveSalt(await sign({ ...WHERE, counter: 3n })));
  });

  it("deriveBidSalt refuses a wallet that signs differently each time", async function () {
    const where = { auction: AUCTION, market: 256n };
    const [first, second] = [await sign(WHERE), await sign({ ...WHERE, counter: 1n })];
    const outcome = await deriveBidSalt(signing(first, second), where).catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(SaltNotReproducibleError);
    expect((outcome as SaltNotReproducibleError).shortMessage).to.include("in two ways");
    expect(await deriveBidSalt(signing(first, first), where)).to.equal(keccak256(first));
  });

  it("are random otherwise", function () {
    const salts = Array.from({ length: 100 }, randomSalt);
    expect(new Set(salts).size).to.equal(100);
    expect(new Set(salts.map(size))).to.deep.equal(new Set([32]));
  });
});
