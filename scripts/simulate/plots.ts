import { mulberry32 } from "../../sdk/src/utils/random.ts";
import { linearTicks, renderChart, type Axis, type Series } from "../utils/chart.ts";
import type { LiquidityPoint } from "./economy.ts";
import { PUSHES, type ManipulationCost } from "./manipulation.ts";
import type { CrowdResult } from "./opening.ts";
import { ANSWERS, type TwapCost } from "./twapCost.ts";

/** A file's name and its content. */
export type Plot = { readonly name: string; readonly svg: string };

/** Draws the error of every order of arrival, by mode, for the traders of the round. */
export function plotOrders({ modes, b }: CrowdResult, round: string): Plot {
  const random = mulberry32(1);
  const series = modes.map(({ mode, errors }, i): Series => {
    // Spread out sideways, as many dots lie on each other.
    const points = errors.map((error) => [i + 1 + (random() - 0.5) * 0.5, error] as const);
    return { name: mode, kind: "dots", points };
  });
  const x: Axis = { label: "how the market is played", ticks: [0.5, ...modes.map((_, i) => i + 1), modes.length + 0.5].map((at) => ({ at, label: "" })) }; // prettier-ignore
  const y: Axis = { label: "KL(jury‖final weights), nats", ticks: linearTicks(modes.flatMap(({ errors }) => errors)) };
  const title = `Error by order of arrival: ${modes[0]?.errors.length ?? 0} orders, b = ${b}, ${round}`;
  return { name: "orders.svg", svg: renderChart({ title, x, y, series }) };
}

/** Draws error and what is left of the opening by capital, and error by what it cost the sponsor. */
export function plotLiquidity(points: readonly LiquidityPoint[], round: string): Plot[] {
  const depths = [...new Set(points.map(({ depth }) => depth))];
  const depthAxis: Axis = {
    label: "sponsor's capital / traders' money",
    log: true,
    ticks: depths.map((at) => ({ at, label: at < 1 ? `1/${1 / at}` : String(at) })),
  };
  const errorAxis: Axis = { label: "KL(jury‖final weights), nats", ticks: ticksOf(points, ({ error }) => error.mean) };
  const pullAxis: Axis = { label: "left of the opening (1: all)", ticks: ticksOf(points, ({ pull }) => pull.mean) };
  const costAxis: Axis = { label: "sponsor pays, tokens", ticks: ticksOf(points, ({ cost }) => cost.mean) };
  const charts = [
    { name: "liquidity-error.svg", title: "Error by liquidity", x: depthAxis, y: errorAxis, series: lines(points, ({ depth, error }) => [depth, error.mean]) },
    { name: "liquidity-pull.svg", title: "Pull of the opening by liquidity", x: depthAxis, y: pullAxis, series: lines(points, ({ depth, pull }) => [depth, pull.mean]) },
    { name: "cost-error.svg", title: "Error by what it costs the sponsor", x: costAxis, y: errorAxis, series: lines(points, ({ cost, error }) => [cost.mean, error.mean]) },
  ]; // prettier-ignore
  return charts.map(({ name, title, ...chart }) => ({
    name,
    svg: renderChart({ ...chart, title: `${title}, ${round}` }),
  }));
}

/** Draws what a percentage point at the close costs a manipulator, by mechanism. */
export function plotManipulation(costs: readonly ManipulationCost[], round: string): Plot {
  const series = costs.map(({ mechanism, close }): Series => {
    const points = close.map(({ mean }, i) => [PUSHES[i] ?? 0, mean] as const);
    return { name: mechanism, kind: "line", points };
  });
  const x: Axis = { label: "points of weight gained at the close", ticks: [0, ...PUSHES].map((at) => ({ at, label: String(at) })) }; // prettier-ignore
  const y: Axis = {
    label: "lost for each point, tokens",
    ticks: linearTicks(series.flatMap(({ points }) => points.map(([, cost]) => cost))),
  };
  return { name: "manipulation.svg", svg: renderChart({ title: `What a point of weight costs, ${round}`, x, y, series }) }; // prettier-ignore
}

/** Draws what one percentage point of TWAP costs, by liquidity. */
export function plotTwap(costs: readonly TwapCost[], round: string): Plot {
  const held = [...new Set(costs.map((cost) => cost.held))];
  const of = (share: number, valueOf: (cost: TwapCost) => number) =>
    costs.filter((cost) => cost.held === share).map((cost) => [cost.b, valueOf(cost)] as const);
  const series = [
    ...held.map((share): Series => ({ name: `held ${share * 100}% of the window`, kind: "line", points: of(share, ({ simulated }) => simulated) })),
    ...held.slice(0, 1).map((share): Series => ({ name: `held ${share * 100}%, answered ${ANSWERS}×`, kind: "line", points: of(share, ({ answered }) => answered.cost / answered.gained) })),
  ]; // prettier-ignore
  const x: Axis = { label: "b, tokens", log: true, ticks: of(held[0] ?? 1, () => 0).map(([at]) => ({ at, label: String(at) })) }; // prettier-ignore
  const y: Axis = { label: "lost, tokens", log: true, ticks: [0.1, 1, 10, 100, 1000].map((at) => ({ at, label: String(at) })) }; // prettier-ignore
  return { name: "twap.svg", svg: renderChart({ title: `What one point of TWAP costs, ${round}`, x, y, series }) };
}

function lines(points: readonly LiquidityPoint[], at: (point: LiquidityPoint) => [number, number]): Series[] {
  return [...new Set(points.map(({ mechanism }) => mechanism))].map((name) => ({
    name,
    kind: "line",
    points: points.filter(({ mechanism }) => mechanism === name).map(at),
  }));
}

function ticksOf(points: readonly LiquidityPoint[], valueOf: (point: LiquidityPoint) => number) {
  return linearTicks(points.map(valueOf));
}
