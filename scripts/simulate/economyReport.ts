import { renderTable } from "../../cli/src/output/table.ts";
import { KINDS } from "./crowd.ts";
import type { LiquidityPoint, MechanismResult } from "./economy.ts";
import { amount, percent, section } from "./format.ts";
import { ANSWERS, PUSHES, TWAP_PUSH, type ManipulationCost } from "./manipulation.ts";
import type { MechanismsResult } from "./simulateEconomy.ts";
import type { Spread } from "./statistics.ts";
import type { TwapCost } from "./twapCost.ts";

/** Renders the economic simulation for people. */
export function renderEconomy(result: MechanismsResult, liquidity: readonly LiquidityPoint[]): string {
  const { mechanisms, manipulation, twap } = result;
  return [renderMechanisms(result, mechanisms), renderLiquidity(liquidity), renderManipulation(manipulation), renderTwap(twap)].join("\n"); // prettier-ignore
}

function renderMechanisms({ money, crowds }: MechanismsResult, mechanisms: readonly MechanismResult[]): string {
  const rows = mechanisms.map(({ mechanism, error, manipulatedError, cost, profits, manipulatorProfit, gained }) => [
    mechanism,
    meanOf(error, 3),
    meanOf(manipulatedError, 3),
    meanOf(cost, 0),
    ...profits.map((profit) => amount(profit.mean)),
    amount(manipulatorProfit.mean),
    percent(gained.mean),
  ]);
  const head = ["", "KL", "KL manipulated", "sponsor pays", ...KINDS.map(({ kind }) => kind), "manipulator", "gained"];
  const says = `Mean ± standard deviation over ${crowds} drawn crowds of ${KINDS.map(({ count, kind, noise }) => `${count} ${kind} (${noise} off in log weights)`).join(" and ")} traders with ${amount(money)} tokens in all, as much as the sponsor's capital, two visits each. KL(jury‖final) in nats; profits in tokens; what a manipulator with an eighth of their money adds to the weight of its project.`;
  return section("Mechanisms at the same capital", says, renderTable(head, rows));
}

function renderLiquidity(points: readonly LiquidityPoint[]): string {
  const mechanisms = [...new Set(points.map(({ mechanism }) => mechanism))];
  const depths = [...new Set(points.map(({ depth }) => depth))];
  const table = (valueOf: (point: LiquidityPoint) => string) =>
    renderTable(
      ["capital / traders' money", ...depths.map(String)],
      mechanisms.map((mechanism) => [
        mechanism,
        ...depths.map((depth) => {
          const point = points.find((one) => one.mechanism === mechanism && one.depth === depth);
          return point ? valueOf(point) : "";
        }),
      ]),
    );
  return [
    section(
      "Does liquidity distort the weights? Error",
      "KL(jury‖final) in nats, mean over the crowds, by the sponsor's capital.",
      table(({ error }) => error.mean.toFixed(3)),
    ),
    section(
      "Does liquidity distort the weights? What is left of the opening",
      "1: final weights miss the jury's as the opening did; 0: what they miss has nothing to do with it.",
      table(({ pull }) => pull.mean.toFixed(2)),
    ),
    section(
      "What it costs the sponsor",
      "In tokens, mean over the crowds.",
      table(({ cost }) => amount(cost.mean)),
    ),
  ].join("\n");
}

function renderManipulation(costs: readonly ManipulationCost[]): string {
  const rows = costs.map(({ mechanism, close, twap, gained }) => [
    mechanism,
    ...close.map(({ mean }) => amount(mean)),
    amount(twap.mean),
    gained.mean.toFixed(2),
  ]);
  return section(
    "What a percentage point of weight costs a manipulator",
    `Tokens lost at the jury's answer for each point gained, after the crowds have traded: at the close by one purchase of so many points, over all projects; and in the TWAP, raised by ${TWAP_PUSH} points ${ANSWERS} times in the window, each answered half-way by one who believes the weights of before.`,
    renderTable(["", ...PUSHES.map((push) => `close, +${push}`), "a point of TWAP", "TWAP points gained"], rows),
  );
}

function renderTwap(costs: readonly TwapCost[]): string {
  const rows = costs.map(({ b, held, raised, closedForm, simulated, gained, answered }) => [
    String(b),
    percent(held, 0),
    raised.toFixed(1),
    closedForm.toFixed(3),
    simulated.toFixed(3),
    gained.toFixed(3),
    answered.cost.toFixed(2),
    answered.gained.toFixed(3),
  ]);
  const head = ["b", "window held", "raised by", "b KL(p‖p') + fee", "simulated", "TWAP", "answered 10 times", "TWAP"];
  return section(
    "The cost of moving a TWAP by one percentage point",
    "Tokens lost by one who raises the weight until the window's end, if the weight before was right: in closed form, by the exact twins, and if somebody trades back ten times, half-way to each next raise, which is then twice as far.",
    renderTable(head, rows),
  );
}

function meanOf({ mean, sd }: Spread, digits: number): string {
  return `${mean.toFixed(digits)} ± ${sd.toFixed(digits)}`;
}
