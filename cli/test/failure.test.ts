import { expect } from "chai";
import { errorsAbi } from "deepfunding/abi";
import {
  BaseError,
  ContractError,
  DisconnectedError,
  ERC20InsufficientBalanceError,
  InvalidParameterError,
  InvalidSumError,
  MarketsCostAboveMaximumError,
  MarketsPermitFailedError,
  NoComparisonsError,
  OneSidedError,
  SendUnansweredError,
  StepFailedError,
  toSdkError,
  WeightSumError,
} from "deepfunding/errors";
import { encodeErrorResult, RawContractError, zeroAddress, zeroHash, type AbiParameter } from "viem";

import { failureOf, renderFailure } from "../src/output/failure.ts";
import { paperOf } from "../src/output/paper.ts";
import { AMOUNTS } from "../src/output/units.ts";
import { runCli } from "./utils/cli.ts";
import { expectForPeople } from "./utils/people.ts";

const USDC = { symbol: "USDC", decimals: 6 };
const MARKETS = "0x0DCd1Bf9A1b36cE34237eEaFef220932846BCD82";
const NODE = `0x${"ab".repeat(32)}` as const;
const KNOWN = {
  options: new Set(["comparisonsPerCall", "deadline"]),
  token: USDC,
  names: new Map([
    [MARKETS.toLowerCase(), "Markets"],
    [NODE, "https://github.com/owner/name"],
  ]),
};
const PLAIN = paperOf({ write: () => undefined, isTerminal: false, columns: 100 }, {});

const textOf = (error: unknown, known = KNOWN) => renderFailure(failureOf(error, known), PLAIN);

/** A value of a type that an error may have: numbers of more digits than anybody reads. */
function sampleOf({ type }: AbiParameter): unknown {
  if (type === "address") return MARKETS;
  if (type === "bool") return true;
  if (type === "string") return "text";
  const [, kind, bits = "256"] = /^(u?int|bytes)(\d*)$/.exec(type) ?? [];
  if (kind === "bytes") return bits === "256" ? "0x" : NODE.slice(0, 2 + 2 * Number(bits));
  return Number(bits) < 64 ? 2 : 98_701587666841446103n;
}

/** Every error of the contracts, as the SDK explains it. */
const CONTRACT_ERRORS = errorsAbi.map((item) => {
  const inputs: readonly AbiParameter[] = item.inputs;
  const data = encodeErrorResult({ abi: [item], errorName: item.name, args: inputs.map(sampleOf) } as never);
  return { item, error: toSdkError(new RawContractError({ data })) };
});

describe("CLI: errors for people", function () {
  for (const { item, error } of CONTRACT_ERRORS) {
    it(`${item.name} has nothing that only a program understands`, function () {
      expect(error).to.be.instanceOf(ContractError);
      expectForPeople(textOf(error));
      expectForPeople(textOf(error, { ...KNOWN, token: undefined as never }));
    });
  }

  it("every amount that the contracts' errors say in units is known to be one", function () {
    const byClass = new Map(CONTRACT_ERRORS.map(({ item, error }) => [(error as Error).name, item]));
    for (const [name, values] of Object.entries(AMOUNTS)) {
      expect(
        byClass.get(name)?.inputs.map((input) => input.name),
        name,
      ).to.include.members([...values]);
    }
    const inUnits = CONTRACT_ERRORS.filter(({ error }) =>
      / units\b/.test((error as Error).message.split("\n")[0] ?? ""),
    );
    const names = inUnits.map(({ error }) => (error as Error).name);
    expect(names.length).to.be.above(15);
    // The units of log weights and of gradients are no token's.
    const others = ["JuryInvalidLogSumError", "JuryNotOptimalError"];
    expect(names.filter((name) => AMOUNTS[name] === undefined && !others.includes(name))).to.deep.equal([]);
  });

  it("amounts have decimals and a symbol, contracts and projects names", function () {
    const sender = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    const poor = new ERC20InsufficientBalanceError({ sender, balance: 0n, needed: 98_701587n });
    expect(textOf(poor)).to.equal(
      `${sender} has 0 USDC; 98.7015 USDC are needed.\nGet more of it, or use a smaller amount.`,
    );
    const dear = new MarketsCostAboveMaximumError({ total: -2_500000n, maxCost: -3_000000n });
    expect(failureOf(dear, KNOWN).message).to.equal("The trade costs -2.5 USDC; you accept at most -3 USDC.");
    const refused = new MarketsPermitFailedError({ token: zeroAddress, amount: 7_000000n, allowance: 0n });
    expect(failureOf(refused, KNOWN).message).to.include("0 USDC of 7 USDC");
    const named = new BaseError(`${MARKETS} says no to ${NODE}, Markets (${MARKETS}) and ${zeroHash}.`);
    expect(textOf(named)).to.equal(
      `Markets says no to https://github.com/owner/name, Markets (${MARKETS}) and ${zeroHash}.`,
    );
  });

  it("a number whose unit nobody knows is shown by its magnitude", function () {
    expect(textOf(new InvalidSumError({ sum: 98_701587666841446103n }))).to.include("sum to 9.870e19");
  });

  it("what programs pass and call is what one types", function () {
    expect(textOf(new WeightSumError({ sum: "0.9", column: "weight", rows: [2, 3] }))).to.include(
      "pass `--normalize` to scale them",
    );
    expect(textOf(new NoComparisonsError())).to.include("pass an `--anchor` and `--base-rates`");
    expect(textOf(new DisconnectedError({ components: [["a"], ["b"]] }))).to.include("pass an `--anchor`");
    expect(textOf(new OneSidedError({ groups: [["a"], ["b"]] }))).to.include("a small `--anchor` will do");
    const wrong = { parameter: "comparisonsPerCall", value: 3, expected: "at least 64" };
    expect(failureOf(new InvalidParameterError(wrong), KNOWN).message).to.match(/^`--comparisons-per-call` is 3/);
    expect(
      textOf(new BaseError("No.", { metaMessages: ["Wait. Call `chooseSeeds` with `readThis`. Look again."] })),
    ).to.equal("No.\nWait. Look again.");
  });

  it("a step that failed says why once, and how to go on", function () {
    const cause = new SendUnansweredError({ cause: new Error("HTTP request failed.") });
    const step = { kind: "approve", description: "Allow it." } as never;
    const failure = failureOf(
      new StepFailedError({ steps: [step], index: 0, pending: undefined, receipts: [], cause }),
      KNOWN,
    );
    expectForPeople(renderFailure(failure, PLAIN));
    expect(failure.remedies.filter((line) => line.includes("HTTP request failed."))).to.have.length(1);
    expect(failure.remedies.join("\n")).to.include("To go on, run the command again.");
  });

  it("what is behind an error is not repeated", async function () {
    const files = {
      "./deepfunding.json": '{"chainId":1}',
      "bad.csv": "a,b\n1,2\n",
      "c.csv": "juror,repo_a,repo_b,choice,multiplier\nj,a,b,1,2",
    };
    const { error } = await runCli(["jury", "aggregate", "c.csv", "--base-rates", "bad.csv"], { files });
    const [sentence = "", ...others] = error.split("\n");
    expect(sentence).to.match(/^bad\.csv: /);
    expect(others.join("\n")).to.not.include("Details").and.not.include("Docs");
  });
});
