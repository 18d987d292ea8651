import * as abis from "deepfunding/abi";

/** What programs pass and call, and what one writes on the command line for it. */
const WORDS: Readonly<Record<string, string>> = {
  anchor: "--anchor",
  baseRates: "--base-rates",
  deliver: "--journal",
  maxAssets: "--slippage",
  maxCost: "--slippage",
  minAssets: "--slippage",
  minLongs: "--slippage",
  "normalize: true": "--normalize",
  projects: "--base-rates",
  tau: "--anchor",
  ...commands("claim", "claim", "claimFor", "claimMany", "pullMany"),
  ...commands("edge challenge", "challengeEdge"),
  ...commands("edge propose", "proposeEdge"),
  ...commands("fund", "fund", "fundEth"),
  ...commands("jury post", "post", "postCall", "amend", "amendCall"),
  ...commands("jury verify", "postVerified", "proveWeights", "walkBallots"),
  ...commands("liquidity add", "join"),
  ...commands("liquidity remove", "exit"),
  ...commands("market", "getSnapshot", "getQuote"),
  ...commands("positions", "getBalances", "getPositions"),
  ...commands("redeem", "redeem", "redeemTo"),
  ...commands("round status", "getRound", "getRoundStatus", "getMarkets"),
  ...commands("trade", "trade"),
};

/** Sentences for programs that say something else to who types. */
const SENTENCES: readonly (readonly [string, string])[] = [
  ["To go on, pass `remaining` to `prepareCalls`.", "To go on, run the command again."],
  [
    "Pass `parent` to choose one, or split the file.",
    "Choose one with `--parent`, or split the file: one parent each.",
  ],
];

const FUNCTIONS: ReadonlySet<string> = new Set(
  Object.values(abis).flatMap((abi) => abi.flatMap((item) => (item.type === "function" ? [item.name] : []))),
);

/** What stands between backticks, if it is something of a program: a name, a call, or a parameter with its value. */
const CODE = /`([a-z]\w*(?:\([^`]*\)|: [^`]*)?)`/g;

/** Says what is wrong in the words of the command line. @param options Names of all its options. */
export function inWords(text: string, options: ReadonlySet<string>): string {
  return text.replace(CODE, (code, word: string) => translated(word, options) ?? (isKnown(word) ? code : spaced(word)));
}

/** As {@link inWords}, of what to do next: sentences that only a program can follow are left out. */
export function stepsInWords(text: string, options: ReadonlySet<string>): string {
  const said = SENTENCES.reduce((all, [program, person]) => all.replace(program, person), text);
  const sentences = said.split(/(?<=[.!?]) (?=[A-Z`])/);
  return sentences.flatMap((sentence) => sentenceInWords(sentence, options) ?? []).join(" ");
}

function sentenceInWords(sentence: string, options: ReadonlySet<string>): string | undefined {
  const words = [...sentence.matchAll(CODE)].map(([, word = ""]) => word);
  const canFollow = words.every((word) => translated(word, options) !== undefined || isKnown(word));
  return canFollow ? inWords(sentence, options) : undefined;
}

function translated(word: string, options: ReadonlySet<string>): string | undefined {
  const written = WORDS[word] ?? (options.has(word) ? `--${spaced(word, "-")}` : undefined);
  return written === undefined ? undefined : `\`${written}\``;
}

/** Whether a word means something outside of programs: in an explorer, or in a file. */
function isKnown(word: string): boolean {
  return FUNCTIONS.has(word) || /^[a-z]+$/.test(word);
}

/** Takes a name apart: `comparisonsPerCall` is `comparisons per call`. */
function spaced(word: string, space = " "): string {
  return word.replace(/\W.*$/, "").replace(/[A-Z]/g, (letter) => space + letter.toLowerCase());
}

function commands(command: string, ...actions: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(actions.map((action) => [action, `deepfunding ${command}`]));
}
