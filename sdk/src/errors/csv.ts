import { BaseError, type BaseErrorParameters } from "./BaseError.ts";

/** Where in a file a failure is. */
export type CsvPlace = {
  /** Line of the file, counted from 1 (the header); where a quoted field spans lines, the first of the row's. */
  readonly row?: number | undefined;
  /** Name of the column. */
  readonly column?: string | undefined;
  /** The offending text, as it stands in the file. */
  readonly text?: string | undefined;
  /** Of a file with the children of several parents, whose they are. */
  readonly parent?: string | undefined;
};

/** One thing that is wrong with a file, as plain data. */
export type FileFailure = {
  /** Name of the error's class. */
  readonly name: string;
  /** The file, where it is known. */
  readonly file: string | undefined;
  readonly row: number | undefined;
  readonly column: string | undefined;
  /** The offending text as written, shortened where it is long. */
  readonly text: string | undefined;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
};

/** Failures that a message lists; the others are counted. */
const MOST_LISTED = 20;
/** Names that a message lists. */
const MOST_NAMES = 10;
/** Characters that a message quotes. */
const MOST_QUOTED = 80;

/** Base of everything that can be wrong with a CSV file: says where, and keeps the file's other failures. */
export class CsvError extends BaseError {
  override readonly name: string = "CsvError";
  readonly row: number | undefined;
  readonly column: string | undefined;
  readonly text: string | undefined;
  /** Of a file with the children of several parents, whose row it is. */
  readonly parent: string | undefined;
  /** What else is wrong with the same file, in the order of its rows. */
  readonly others: readonly CsvError[] = [];

  constructor(shortMessage: string, { row, column, text, parent }: CsvPlace, parameters: BaseErrorParameters) {
    const place = [
      row === undefined ? [] : `Row ${row}`,
      column === undefined ? [] : `column "${shortened(column)}"`,
      parent === undefined ? [] : `under "${parent}"`,
    ].flat();
    super(place.length === 0 ? shortMessage : `${place.join(", ")}: ${shortMessage}`, parameters);
    this.row = row;
    this.column = column;
    this.text = text;
    this.parent = parent;
  }

  /** Adds what else is wrong with the file, so that one run shows all of it. Returns the same error. */
  and(others: readonly CsvError[]): this {
    const lines = ["Also:", ...listed(others.map(({ shortMessage }) => shortMessage))];
    return Object.assign(this, { others, message: [this.message, ...lines].join("\n") });
  }

  /** All that is wrong with the file, as plain data. @param file What the file is called. */
  failures(file?: string): readonly FileFailure[] {
    return [this, ...this.others].map(({ name, row, column, text, shortMessage, metaMessages }) => {
      const written = text === undefined ? undefined : shortened(text);
      return { name, file, row, column, text: written, message: shortMessage, remedy: metaMessages.join(" ") };
    });
  }
}

/** Thrown when files are not what they should be, each by itself or together; has all of their failures. */
export class InvalidFilesError extends BaseError {
  override readonly name = "InvalidFilesError";
  /** What is wrong with the files, in their order, and in that of their rows. */
  readonly failures: readonly FileFailure[];
  constructor({ failures }: { readonly failures: readonly FileFailure[] }) {
    const files = [...new Set(failures.map(({ file = "the file" }) => file))];
    const isOneOfMany = files.length > 1 || failures.length === 1;
    const lines = failures.map(({ file = "the file", message }) => (isOneOfMany ? `${file}: ${message}` : message));
    const remedies = new Set(failures.slice(0, MOST_LISTED).map(({ remedy }) => remedy));
    const isOne = lines.length === 1;
    const [first = "Correct the files.", ...rest] = [...(isOne ? [] : listed(lines)), ...remedies];
    super(isOne ? (lines[0] ?? "") : `${lines.length} failures in ${files.join(", ")}.`, {
      docsPath: "/errors#invalidfileserror",
      metaMessages: [first, ...rest],
    });
    this.failures = failures;
  }
}

/** The first of some lines, and how many more there are. */
function listed(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_LISTED;
  return [...lines.slice(0, MOST_LISTED), ...(more > 0 ? [`… and ${more} more.`] : [])];
}

function namesOf(names: readonly string[]): string {
  const more = names.length > MOST_NAMES ? `, … (${names.length})` : "";
  return names.slice(0, MOST_NAMES).join(", ") + more;
}

/** A text of a file, on one line and not too long for a message. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= MOST_QUOTED ? line : `${line.slice(0, MOST_QUOTED)}… (${line.length} characters)`;
}

/** Writes ascending numbers, for instance `2-5, 8`. */
function rangesOf(rows: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const row of rows) {
    const range = ranges.at(-1);
    if (range && range[1] === row - 1) range[1] = row;
    else ranges.push([row, row]);
  }
  return namesOf(ranges.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)));
}

function quoted({ text = "" }: CsvPlace): string {
  return `"${shortened(text)}"`;
}

function perhaps(near: string | undefined): string {
  return near === undefined ? "" : `; perhaps "${near}" is meant`;
}

/** Thrown when a file has no rows, or no header. */
export class EmptyFileError extends CsvError {
  override readonly name = "EmptyFileError";
  constructor() {
    super(
      "The file has no rows.",
      {},
      {
        docsPath: "/errors#emptyfileerror",
        metaMessages: ["The first line names the columns; one line a project follows."],
      },
    );
  }
}

/** Thrown when a file is no text, or text of another kind than CSV. */
export class WrongFileTypeError extends CsvError {
  override readonly name = "WrongFileTypeError";
  constructor({ what, cause }: { readonly what: string; readonly cause?: unknown }) {
    super(
      `This is no CSV file: it is ${what}.`,
      {},
      {
        cause,
        docsPath: "/errors#wrongfiletypeerror",
        metaMessages: ["Save it as CSV UTF-8: spreadsheets list this format when they save or export a sheet."],
      },
    );
  }
}

/** Thrown when a row is not CSV: its quotes do not close, or it has too many or too few fields. */
export class CsvSyntaxError extends CsvError {
  override readonly name = "CsvSyntaxError";
  constructor({
    reason,
    delimiter = ",",
    ...place
  }: CsvPlace & { readonly reason: string; readonly delimiter?: string | undefined }) {
    const separator = delimiter === "\t" ? "a tab" : `"${delimiter}"`;
    super(`This is not valid CSV: ${reason}.`, place, {
      docsPath: "/errors#csvsyntaxerror",
      metaMessages: [
        `Fields are separated by ${separator}: quote a field that contains it, double the quotes in it ("a, ""b"""), ` +
          "and give each row as many fields as the header.",
      ],
    });
  }
}

/** Thrown when the header lacks a column, or names one twice. */
export class InvalidHeaderError extends CsvError {
  override readonly name = "InvalidHeaderError";
  /** The columns that are missing. */
  readonly missing: readonly string[];
  constructor({
    column,
    missing,
    header,
    row,
    formats,
  }: {
    readonly column: string;
    readonly missing: readonly string[];
    readonly header: readonly string[];
    readonly row: number;
    readonly formats: readonly string[];
  }) {
    const text = header.join(",");
    const lacks = `the column${missing.length > 1 ? "s" : ""} ${missing.map((name) => `"${name}"`).join(", ")}`;
    super(
      missing.length === 0
        ? "the header names this column more than once."
        : `the header lacks ${lacks}; its columns are ${shortened(header.join(", "))}.`,
      { row, column, text },
      {
        docsPath: "/errors#invalidheadererror",
        metaMessages: [`Use one of these headers (columns in any order): ${formats.join(" · ")}.`],
      },
    );
    this.missing = missing;
  }
}

/** Thrown when a text does not name a project. */
export class InvalidProjectError extends CsvError {
  override readonly name = "InvalidProjectError";
  constructor(place: CsvPlace) {
    super(`${quoted(place)} is not the name or URL of a project.`, place, {
      docsPath: "/errors#invalidprojecterror",
      metaMessages: ["Write the URL of its repository, for instance https://github.com/owner/name, or owner/name."],
    });
  }
}

/** Thrown when a file names a project that is not among those expected. */
export class UnknownProjectError extends CsvError {
  override readonly name = "UnknownProjectError";
  /** The expected project whose name is nearest to it, if one is near. */
  readonly near: string | undefined;
  constructor({ near, ...place }: CsvPlace & { readonly near?: string | undefined }) {
    super(`${quoted(place)} is not a project of this market${perhaps(near)}.`, place, {
      docsPath: "/errors#unknownprojecterror",
      metaMessages: ["Remove the row, or correct its spelling: only the projects of the market can have a weight."],
    });
    this.near = near;
  }
}

/** Thrown when projects that are expected are not in the file. */
export class MissingProjectsError extends CsvError {
  override readonly name = "MissingProjectsError";
  /** The projects without a row. */
  readonly projects: readonly string[];
  constructor({ projects, ...place }: Pick<CsvPlace, "column" | "parent"> & { readonly projects: readonly string[] }) {
    super(
      `no row for ${namesOf(projects)}.`,
      { ...place, text: projects[0] },
      {
        docsPath: "/errors#missingprojectserror",
        metaMessages: ["Give every project of the market a row; write 0 for one that deserves nothing."],
      },
    );
    this.projects = projects;
  }
}

/** Thrown when two rows are about the same project, be it under two spellings of its URL. */
export class DuplicateProjectError extends CsvError {
  override readonly name = "DuplicateProjectError";
  constructor(place: CsvPlace & { readonly firstRow: number; readonly project: string }) {
    super(`${quoted(place)} is the same project as in row ${place.firstRow}: both are ${place.project}.`, place, {
      docsPath: "/errors#duplicateprojecterror",
      metaMessages: [
        "Keep one of the rows. Upper case, www., .git and what follows a repository's name make no difference.",
      ],
    });
  }
}

/** Thrown when two rows are about the same edge, be it under other spellings. */
export class DuplicateEdgeError extends CsvError {
  override readonly name = "DuplicateEdgeError";
  constructor(place: CsvPlace & { readonly parent: string; readonly child: string; readonly firstRow: number }) {
    const { parent, child, firstRow, ...rest } = place;
    super(`the edge from "${parent}" to "${child}" is already in row ${firstRow}.`, rest, {
      docsPath: "/errors#duplicateedgeerror",
      metaMessages: ["Keep one of the rows. Upper case, www., a trailing slash and .git make no difference."],
    });
  }
}

/** Thrown when a row says that a project depends on itself. */
export class SelfEdgeError extends CsvError {
  override readonly name = "SelfEdgeError";
  constructor(place: CsvPlace) {
    super(`${quoted(place)} cannot be a dependency of itself.`, place, {
      docsPath: "/errors#selfedgeerror",
      metaMessages: [
        "Remove the row, and scale the parent's other weights to sum to 1: what a project keeps is its originality.",
      ],
    });
  }
}

/** Thrown when a row is about a project that nothing in a graph leads to, and whose name is nearly one that is there. */
export class MisspeltProjectError extends CsvError {
  override readonly name = "MisspeltProjectError";
  /** The project that is perhaps meant. */
  readonly near: string;
  constructor({ near, ...place }: CsvPlace & { readonly near: string }) {
    super(`${quoted(place)} is not in the graph${perhaps(near)}.`, place, {
      docsPath: "/errors#misspeltprojecterror",
      metaMessages: ["Correct the name, or remove the row: no path leads from the target to a project of this name."],
    });
    this.near = near;
  }
}

/** Thrown when a row gives children to UNKNOWN, which stands for dependencies that nobody has listed. */
export class ChildOfUnknownError extends CsvError {
  override readonly name = "ChildOfUnknownError";
  constructor(place: CsvPlace) {
    super(`${quoted(place)} has no children: nobody knows what they are.`, place, {
      docsPath: "/errors#childofunknownerror",
      metaMessages: ["Remove the row, or name the project that its child is a dependency of."],
    });
  }
}

/** Thrown when a text may be one number or another. */
export class AmbiguousNumberError extends CsvError {
  override readonly name = "AmbiguousNumberError";
  constructor({ reason, ...place }: CsvPlace & { readonly reason: string }) {
    super(`${quoted(place)} may be ${reason}.`, place, {
      docsPath: "/errors#ambiguousnumbererror",
      metaMessages: ["Write decimal digits with a dot and without separators, all rows of a column alike."],
    });
  }
}

/** Thrown when the columns `choice` and `winner` of a row do not say the same. */
export class ContradictoryChoiceError extends CsvError {
  override readonly name = "ContradictoryChoiceError";
  constructor(place: CsvPlace & { readonly choice: string }) {
    super(`the winner is ${quoted(place)}, but the choice "${place.choice}" says the other.`, place, {
      docsPath: "/errors#contradictorychoiceerror",
      metaMessages: ["Correct one of the two, or remove one of the columns."],
    });
  }
}

/** Thrown when a field is not a finite decimal number. */
export class NotANumberError extends CsvError {
  override readonly name = "NotANumberError";
  constructor(place: CsvPlace) {
    super(`${quoted(place)} is not a finite decimal number.`, place, {
      docsPath: "/errors#notanumbererror",
      metaMessages: ["Write digits with a dot, for instance 0.25 or 2.5e-1."],
    });
  }
}

/** Thrown when a weight is negative. */
export class NegativeWeightError extends CsvError {
  override readonly name = "NegativeWeightError";
  constructor(place: CsvPlace) {
    super(`${quoted(place)} is negative.`, place, {
      docsPath: "/errors#negativeweighterror",
      metaMessages: ["The least weight is 0."],
    });
  }
}

/** Thrown when a number is outside the range that its column allows. */
export class ValueOutOfRangeError extends CsvError {
  override readonly name = "ValueOutOfRangeError";
  constructor(place: CsvPlace & { readonly expected: string }) {
    super(`${quoted(place)} must be ${place.expected}.`, place, {
      docsPath: "/errors#valueoutofrangeerror",
      metaMessages: ["Correct what is written there, or leave the row out."],
    });
  }
}

/** Thrown when weights do not sum to 1 within 1e-6, or cannot be scaled because all are 0. */
export class WeightSumError extends CsvError {
  override readonly name = "WeightSumError";
  /** The rows of the weights. */
  readonly rows: readonly number[];
  constructor({
    sum,
    rows,
    ...place
  }: Pick<CsvPlace, "column" | "parent"> & { readonly sum: string; readonly rows: readonly number[] }) {
    super(
      `the weights of row${rows.length === 1 ? "" : "s"} ${rangesOf(rows)} sum to ${shortened(sum)}, not to 1.`,
      { ...place, row: rows[0], text: sum },
      {
        docsPath: "/errors#weightsumerror",
        metaMessages: [
          sum === "0"
            ? "Give at least one project a weight."
            : "Correct them, or pass `normalize: true` to scale them.",
        ],
      },
    );
    this.rows = rows;
  }
}

/** Thrown when a file has the children of several parents and one is wanted. */
export class SeveralParentsError extends CsvError {
  override readonly name = "SeveralParentsError";
  /** The parents in the file. */
  readonly parents: readonly string[];
  constructor({ parents, ...place }: CsvPlace & { readonly parents: readonly string[] }) {
    super(`the file has rows under ${parents.length} parents: ${namesOf(parents)}.`, place, {
      docsPath: "/errors#severalparentserror",
      metaMessages: ["Pass `parent` to choose one, or split the file."],
    });
    this.parents = parents;
  }
}

/** Thrown when a file has no row under the wanted parent. */
export class UnknownParentError extends CsvError {
  override readonly name = "UnknownParentError";
  constructor({ parent, parents, column }: { parent: string; parents: readonly string[]; column: string }) {
    super(
      `no row under "${parent}".`,
      { column, text: parent },
      {
        docsPath: "/errors#unknownparenterror",
        metaMessages: [`The file has rows under: ${namesOf(parents)}.`],
      },
    );
  }
}
