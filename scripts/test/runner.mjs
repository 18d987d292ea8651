// Runs a list of steps, some side by side, and says of each how it went and what it cost.
import { spawn } from "node:child_process";

import { PATH, ROOT } from "../bootstrap.mjs";

/** As many as the machine of CI has cores. */
const WORKERS = 2;
/** The shell's own account of its children, user and system time: what is waited for is in it, be it a grandchild. */
const MEASURED = '"$@"; status=$?; times >&3; exit $status';

/** Seconds of a line such as "0m1.20s 0m0.10s", both together. */
function secondsOf(line) {
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, s]) => sum + 60 * minutes + Number(s), 0);
}

function execute(command, environment) {
  const child = spawn("sh", ["-c", MEASURED, "sh", ...command.split(" ")], {
    cwd: ROOT,
    env: { ...process.env, PATH, FORCE_COLOR: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const [output, times] = [[], []];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(chunk));
  child.stdio[3].on("data", (chunk) => times.push(chunk));
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ status: 1, output: error.message, cpu: 0 }));
    child.on("close", (status) => {
      const cpu = secondsOf(String(Buffer.concat(times)).split("\n")[1] ?? "");
      resolve({ status: status ?? 1, output: String(Buffer.concat(output)), cpu });
    });
  });
}

function count(output, word) {
  return [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}`, "gm"))].reduce((sum, [, n]) => sum + Number(n), 0);
}

/** What came of a step: those with tests of their own are counted by them, the others count as one. */
function judge(name, status, output) {
  const counted = name.endsWith("tests");
  const [passing, failing] = counted ? [count(output, "passing"), count(output, "failing")] : [status === 0 ? 1 : 0, 0];
  // A runner that dies, or that found no test, has failed whatever it counted.
  const died = (status !== 0 && failing === 0) || (counted && passing + failing === 0);
  return { passed: passing, failed: failing + (died ? 1 : 0) };
}

async function runStep({ name, command, environment }, common) {
  const start = Date.now();
  const { status, output, cpu } = await execute(command, { ...common, ...environment });
  const wall = (Date.now() - start) / 1000;
  console.log(`\n== ${name}: ${command}\n${output}== ${name}: ${wall.toFixed(1)} s`);
  return { name, wall, cpu, ...judge(name, status, output) };
}

function printTable(results) {
  const width = Math.max(...results.map(({ name }) => name.length), 5);
  const row = (name, ...cells) => `${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(10)).join("")}`;
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${row("step", "wall s", "CPU s", "passed", "failed")}`);
  for (const { name, wall, cpu, passed, failed } of results) {
    console.log(row(name, wall.toFixed(1), cpu.toFixed(1), passed, failed));
  }
  console.log(row("all", "", sum("cpu").toFixed(1), sum("passed"), sum("failed")));
}

/**
 * Runs the steps in the order given, each as soon as a worker is free and what it `needs` has ended; what a step prints
 * appears when it ends. A table and a line that counts end the output; the process fails if anything did.
 *
 * @param environment What all steps find in theirs.
 */
export async function runSteps(steps, environment = {}) {
  const waiting = [...steps];
  const asked = new Set(steps.map(({ name }) => name));
  const ended = new Set();
  const running = new Set();
  const results = [];
  const isReady = ({ needs = [] }) => needs.every((name) => !asked.has(name) || ended.has(name));

  /** Runs steps one after the other, as long as one can begin or will be able to. */
  async function work() {
    while (waiting.length > 0) {
      const next = waiting.findIndex(isReady);
      if (next < 0) {
        await Promise.race(running);
        continue;
      }
      const [step] = waiting.splice(next, 1);
      const run = runStep(step, environment).then((result) => {
        results.push(result);
        ended.add(step.name);
        running.delete(run);
      });
      running.add(run);
      await run;
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, work));

  printTable(results);
  const [passed, failed] = ["passed", "failed"].map((key) => results.reduce((sum, result) => sum + result[key], 0));
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
