/** One error that a function names, and when it throws it. */
export type Thrown = { readonly error: string; readonly when: string };

/** What a documentation comment says, part by part; texts are Markdown with `{@link …}` still in them. */
export type Comment = {
  readonly text: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly returns: string;
  readonly throws: readonly Thrown[];
};

const TAG = /(?:^|\s)@(param|returns?|throws|see|example|deprecated|typeParam|template|remarks)\b/g;

export const NO_COMMENT: Comment = { text: "", parameters: new Map(), returns: "", throws: [] };

/** Reads a comment as it stands in a source, with its stars. Tags may share a line: `@throws {A} @throws {B}`. */
export function parseComment(raw: string): Comment {
  const body = raw
    .replace(/^\/\*\*+/, "")
    .replace(/\*+\/$/, "")
    .replace(/^[ \t]*\*[ \t]?/gm, "")
    .trim();
  const marks = [...body.matchAll(TAG)];
  const text = body.slice(0, marks[0]?.index ?? body.length).trim();
  const tags = marks.map((mark, i) => ({
    tag: mark[1] ?? "",
    text: body.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? body.length).trim(),
  }));
  const of = (...names: readonly string[]) => tags.filter(({ tag }) => names.includes(tag)).map((one) => one.text);
  return {
    text,
    parameters: new Map(of("param").map((one) => splitWord(one))),
    returns: of("return", "returns").join(" "),
    throws: of("throws").flatMap(readThrows),
  };
}

function splitWord(text: string): [word: string, rest: string] {
  const [, word = "", rest = ""] = /^(\S+)\s*(?:-\s+)?([\s\S]*)$/.exec(text) ?? [];
  return [word, rest];
}

/** `{A} when …`, or `{A | B} when …`. */
function readThrows(text: string): Thrown[] {
  const [, names = "", when = ""] = /^\{([^}]*)\}\s*([\s\S]*)$/.exec(text) ?? [];
  return names
    .split("|")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((error) => ({ error, when: when.trim() }));
}
