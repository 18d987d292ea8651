import type { Display } from "deepfunding";
import { BaseError, type FileFailure, InvalidFilesError, toSdkError } from "deepfunding/errors";

import { InputFileError } from "../errors.ts";
import type { Paper } from "./paper.ts";
import { amountsOf, withAmounts, withoutLongIntegers } from "./units.ts";
import { inWords, stepsInWords } from "./words.ts";

/** What went wrong: in a sentence, and what to do about it. */
export type Failure = {
  readonly name: string;
  readonly message: string;
  readonly remedies: readonly string[];
  /** Of files, all that is wrong with them, each with its place; what has none is `null`. */
  readonly failures?: readonly { readonly [field in keyof FileFailure]: FileFailure[field] | null }[] | undefined;
};

/** What the command knows of the things that errors name. */
export type Known = {
  /** Names of all options. */
  readonly options: ReadonlySet<string>;
  /** What amounts are of. */
  readonly token?: Display | undefined;
  /** Names of contracts by their addresses and of projects by their nodes, all in lower case. */
  readonly names?: ReadonlyMap<string, string> | undefined;
};

/** Makes an error a text for people: in the words of the command line, amounts of a token, names for addresses. */
export function failureOf(thrown: unknown, known: Known): Failure {
  const error = toSdkError(thrown);
  if (!(error instanceof Error)) return { name: "Error", message: String(error), remedies: [] };
  const [sentence = "", ...lines] = linesOf(error);
  const say = sayer(error, known);
  const message = inWords(say(sentence), known.options);
  const remedies = lines.map((line) => stepsInWords(say(line), known.options)).filter((line) => line !== "");
  const isOfFiles = error instanceof InvalidFilesError || error instanceof InputFileError;
  const failures = (isOfFiles ? error.failures : undefined)?.map(({ file, row, column, text, ...failure }) => ({
    name: failure.name,
    file: file ?? null,
    row: row ?? null,
    column: column ?? null,
    text: text ?? null,
    message: inWords(say(failure.message), known.options),
    remedy: stepsInWords(say(failure.remedy), known.options),
  }));
  return { name: error.name, message, remedies, failures };
}

export function renderFailure({ message, remedies }: Failure, paper: Paper): string {
  return [paper.bad(message), ...remedies].join("\n");
}

/** What an error says, a line each: without where it is documented, and without what it has said already. */
function linesOf(error: Error): readonly string[] {
  const { shortMessage = error.message, details } = error as {
    readonly shortMessage?: string;
    readonly details?: string;
  };
  // Of viem's errors the rest repeats the whole request.
  const isOwn = error instanceof BaseError && error.message.startsWith(shortMessage);
  const rest = isOwn ? error.message.slice(shortMessage.length).trim().split("\n") : [`Details: ${details ?? ""}`];
  const lines = [shortMessage, ...rest.filter((line) => !line.startsWith("Docs: "))];
  return lines.filter((line, i) => {
    const said = line.replace(/^Details: /, "");
    return said !== "" && (said === line || !lines.slice(0, i).some((before) => before.includes(said)));
  });
}

/** Writes what the numbers and addresses of an error's sentences stand for. */
function sayer(error: Error, { token, names }: Known): (text: string) => string {
  const amounts = amountsOf(error);
  return (text) => {
    const inUnits = token === undefined ? text : withAmounts(text, amounts, token);
    // What has its name before it stands in brackets.
    const named = inUnits.replace(/(?<!\()\b0x[0-9a-f]{40,64}\b/gi, (hex) => names?.get(hex.toLowerCase()) ?? hex);
    return withoutLongIntegers(named);
  };
}
