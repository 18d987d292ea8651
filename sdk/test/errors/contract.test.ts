import { expect } from "chai";
import { encodeErrorResult, toFunctionSelector, zeroAddress, type AbiParameter, type Hex } from "viem";

import * as abis from "../../src/abi/index.ts";
import { contractErrors, decodeRevert, toSdkError } from "../../src/errors/contract.ts";
import * as classes from "../../src/errors/contracts/index.ts";
import { MarketsClosedError } from "../../src/errors/contracts/markets.ts";
import { RpcUnreachableError } from "../../src/errors/rpc.ts";

type ErrorEntry = { readonly type: "error"; readonly name: string; readonly inputs: readonly AbiParameter[] };

const LISTS: readonly (readonly { readonly type: string }[])[] = Object.values(abis);
const ERRORS = LISTS.flat().filter((entry): entry is ErrorEntry => entry.type === "error");

/** A value of a type, different for each position. */
function sample({ type }: AbiParameter, position: number): unknown {
  if (type === "address") return zeroAddress;
  if (type === "string") return "text";
  if (type === "bytes32") return `0x${"ab".repeat(32)}`;
  if (type === "string") return "text";
  return type === "uint8" ? position + 1 : BigInt(position + 1);
}

function revertOf(name: string): { readonly data: Hex; readonly values: Readonly<Record<string, unknown>> } {
  const error = ERRORS.find((entry) => entry.name === name) as ErrorEntry;
  const args = error.inputs.map(sample);
  const values = Object.fromEntries(error.inputs.map((input, i) => [input.name ?? "", args[i]]));
  return { data: encodeErrorResult({ abi: [error], errorName: name, args }), values };
}

const CLOSED = encodeErrorResult({ abi: abis.errorsAbi, errorName: "Markets_Closed", args: [256n, 1_750_000_000n] });

describe("toSdkError", function () {
  it("has a class for every custom error of every ABI, and no other", function () {
    const names = [...new Set(ERRORS.map(({ name }) => name))].sort();
    expect(Object.keys(contractErrors).sort()).to.deep.equal(names);
    const selectors = new Set(
      names.map((name) => {
        const { inputs } = ERRORS.find((entry) => entry.name === name) as ErrorEntry;
        return toFunctionSelector(`${name}(${inputs.map(({ type }) => type).join(",")})`);
      }),
    );
    expect(selectors.size).to.equal(names.length);
  });

  it("exports each class under its own name, which follows the contract's", function () {
    for (const [name, type] of Object.entries(contractErrors)) {
      expect(type.name).to.equal(`${name.replaceAll("_", "")}Error`);
      expect(Object.values(classes)).to.include(type);
      expect(type.errorName).to.equal(name);
    }
  });

  for (const [name, type] of Object.entries(contractErrors)) {
    it(`decodes ${name}, with its values, a next step and its docs`, function () {
      const { data, values } = revertOf(name);
      const error = decodeRevert(data);
      expect(error).to.be.instanceOf(type);
      expect(error?.name).to.equal(type.name);
      expect(error?.values).to.deep.equal(values);
      expect(error?.shortMessage)
        .to.match(/\.$/)
        .and.not.match(/undefined|NaN|Invalid Date/);
      expect(error?.metaMessages).to.not.have.length(0);
      expect(error?.docsPath).to.equal(`/errors#${type.name.toLowerCase()}`);
    });
  }

  it("says values in human words", function () {
    expect(decodeRevert(CLOSED)?.shortMessage).to.equal(
      `Trading in market 0x${"0".repeat(61)}100 ended at 2025-06-15T15:06:40Z.`,
    );
    const never = encodeErrorResult({
      abi: abis.errorsAbi,
      errorName: "Markets_Expired",
      args: [2n ** 255n, 0n],
    });
    expect(decodeRevert(never)?.shortMessage).to.include(`second ${2n ** 255n}`);
  });

  it("finds the data of a revert however the node wraps it, and keeps the original as the cause", function () {
    const places = [{ raw: CLOSED }, { data: CLOSED }, { data: { data: CLOSED } }];
    for (const place of places) {
      const original = new Error("outer", { cause: Object.assign(new Error("inner"), place) });
      const error = toSdkError(original);
      expect(error).to.be.instanceOf(MarketsClosedError);
      expect((error as MarketsClosedError).cause).to.equal(original);
      expect((error as MarketsClosedError).message).not.to.include("outer");
    }
  });

  it("returns anything else unchanged", function () {
    const loop = new Error("loop");
    loop.cause = loop;
    const panic = Object.assign(new Error("panic"), { data: `0x4e487b71${"0".repeat(62)}11` });
    const unknown = Object.assign(new Error("unknown"), { data: "0x12345678" });
    for (const error of [loop, panic, unknown, new Error("plain"), "text", undefined]) {
      expect(toSdkError(error)).to.equal(error);
    }
  });

  it("tells an RPC that is not reachable from one that is no RPC, without the path of its URL", function () {
    const cause = new Error("connect ECONNREFUSED");
    const refused = Object.assign(new Error("long", { cause }), {
      name: "HttpRequestError",
      url: "https://rpc.example/secret",
    });
    const error = toSdkError(new Error("outer", { cause: refused })) as RpcUnreachableError;
    expect(error).to.be.instanceOf(RpcUnreachableError);
    expect([error.url, error.status, error.details]).to.deep.equal(["https://rpc.example", undefined, cause.message]);
    expect(error.message).not.to.include("secret");
    const notFound = toSdkError(Object.assign(refused, { status: 404 })) as RpcUnreachableError;
    expect(notFound.shortMessage).to.equal("The RPC at https://rpc.example answers with HTTP status 404.");
    const timeout = Object.assign(new Error("slow"), { name: "TimeoutError" });
    expect((toSdkError(timeout) as RpcUnreachableError).url).to.equal(undefined);
  });
});
