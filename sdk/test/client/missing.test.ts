import { expect } from "chai";
import { createWalletClient, custom, zeroAddress } from "viem";

import * as actions from "../../src/client/index.ts";
import { MissingParameterError } from "../../src/errors/math.ts";
import { actionFiles } from "../utils/actions.ts";
import { loadProgram, placeOf, requiredOf } from "../utils/program.ts";

type Called = (client: unknown, parameters?: unknown) => unknown;
type Method = (parameters?: unknown) => unknown;

/** A chain that nobody should ask: what is missing is found before. */
const client = createWalletClient({
  account: zeroAddress,
  transport: custom({ request: () => Promise.reject(new Error("The chain was asked.")) }),
});
const CONTRACTS = {
  ...{ markets: zeroAddress, lens: zeroAddress, jury: zeroAddress, registry: zeroAddress, rounds: zeroAddress },
  ...{ fundingPool: zeroAddress, openingAuction: zeroAddress, outcomeERC20Factory: zeroAddress },
} as const;

const NAMES = actionFiles().map((file) => file.replace(/^.*\/|\.ts$/g, ""));
const named = actions as unknown as Readonly<Record<string, Called | undefined>>;

/** What a call without its parameters ends with; one that returns a promise must not throw. */
async function failureOf(name: string, call: () => unknown): Promise<unknown> {
  let returned: unknown;
  try {
    returned = call();
  } catch (error) {
    expect(/^watch|Call$/.test(name), `${name} throws, and does not return a promise`).to.equal(true);
    return error;
  }
  return Promise.resolve(returned).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("An action without its parameters", function () {
  let required: ReadonlyMap<string, readonly string[]>;

  before(function () {
    this.timeout(120_000);
    const program = loadProgram();
    const entry = program.files.find((file) => placeOf(file).folder === "client" && placeOf(file).name === "index");
    required = entry ? requiredOf(program, entry) : new Map();
  });

  /** Expects an error that names one of the parameters that the types ask for. */
  const expectNamed = async (name: string, call: () => unknown, given: readonly string[] = []) => {
    const missing = (required.get(name) ?? []).filter((one) => !given.includes(one));
    if (missing.length === 0) return;
    const error = await failureOf(name, call);
    expect(error, `${name}: ${String(error)}`).to.be.instanceOf(MissingParameterError);
    expect(missing, name).to.include((error as MissingParameterError).parameter);
  };

  it("is one of many", function () {
    expect(NAMES.filter((name) => (required.get(name) ?? []).length > 0)).to.have.length.at.least(140);
  });

  for (const [title, parameters] of [
    ["nothing", undefined],
    ["an empty object", {}],
    ["null", null],
    ["a text", "0x"],
  ] as const) {
    it(`says which is missing when it is given ${title}`, async function () {
      for (const name of NAMES) await expectNamed(name, () => named[name]?.(client, parameters));
    });

    it(`says it of the call that it describes, given ${title}`, async function () {
      const calls = Object.keys(named).filter(
        (name) => NAMES.includes(name.replace(/Call$/, "")) && /Call$/.test(name),
      );
      expect(calls).to.have.length.at.least(80);
      for (const name of calls) await expectNamed(name, () => (named[name] as Method)(parameters));
    });
  }

  it("says so as a method of a client, which knows the contracts", async function () {
    const methods = actions.deepFundingActions(CONTRACTS)(client) as unknown as Readonly<Record<string, Method>>;
    const known = [...Object.keys(CONTRACTS), "auction", "factory"];
    expect(Object.keys(methods)).to.include.members(NAMES.filter((name) => name !== "getClaimables"));
    for (const name of Object.keys(methods)) {
      for (const parameters of [undefined, {}]) {
        // The graph may be of another registry.
        await expectNamed(name, () => methods[name]?.(parameters), name === "getGraph" ? [] : known);
      }
    }
  });

  it("takes null for nothing, and what is optional for optional", async function () {
    const error = await failureOf("getRound", () => actions.getRound(client, { rounds: null } as never));
    expect((error as MissingParameterError).parameter).to.equal("rounds");
    const asked = await failureOf("getRound", () => actions.getRound(client, { rounds: zeroAddress }));
    expect(String(asked)).to.include("The chain was asked.");
  });
});
