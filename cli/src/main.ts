#!/usr/bin/env node
/// <reference types="node" />
import { readFile } from "node:fs/promises";

import { processIo } from "./processIo.ts";
import { run } from "./run.ts";

const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")) as {
  readonly version: string;
};
process.exitCode = await run(process.argv.slice(2), processIo(), version);
