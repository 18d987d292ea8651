import { BaseError, type BaseErrorParameters } from "./BaseError.ts";

/** Where in a file a failure is. */
export type CsvPlace = {
  /** Line of the file, counted from 1 (the header); where a quoted field spans lines, the last of them. */
  readonly row?: number | undefined;
  /** Name of the column. */
  readonly column?: string | undefined;
  /** The offending text, as it stands in the file. */
  readonly text?: string | undefined;
};

const MOST_LISTED = 20;

/** Base of everything that can be wrong with a CSV file: says where, and keeps the file's other failures. */
export class CsvError extends BaseError {
  override readonly name: string = "CsvError";
  readonly row: number | undefined;
  readonly column: string | undefined;
  readonly text: string | undefined;
  /** What else is wrong with the same file, in the order of its rows. */
  readonly others: readonly CsvError[] = [];

  constructor(shortMessage: string, { row, column, text }: CsvPlace, parameters: BaseErrorParameters) {
    const place = [row === undefined ? [] : `Row ${row}`, column === undefined ? [] : `column "${column}"`].flat();
    super(place.length === 0 ? shortMessage : `${place.join(", ")}: ${shortMessage}`, parameters);
    this.row = row;
    this.column = column;
    this.text = text;
  }

  /** Adds what else is wrong with the file, so that one run shows all of it. Returns the same error. */
  and(others: readonly CsvError[]): this {
    const lines = others.slice(0, MOST_LISTED).map((other) => other.shortMessage);
    const more = others.length > MOST_LISTED ? [`… and ${others.length - MOST_LISTED} more.`] : [];
    return Object.assign(this, { others, message: [this.message, "Also:", ...lines, ...more].join("\n") });
  }
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

/** Thrown when a file is not CSV: quotes that do not close, or a row with too many or too few fields. */
export class CsvSyntaxError extends CsvError {
  override readonly name = "CsvSyntaxError";
  constructor({ row, cause }: { row?: number | undefined; cause: unknown }) {
    super(
      "This is not valid CSV.",
      { row },
      {
        cause,
        docsPath: "/errors#csvsyntaxerror",
        metaMessages: [
          'Separate fields by commas, quote a field that contains one ("a,b"), and give each row as many as the header.',
        ],
      },
    );
  }
}

/** Thrown when the header lacks a column, or names one twice. */
export class InvalidHeaderError extends CsvError {
  override readonly name = "InvalidHeaderError";
  constructor({ column, header, formats }: { column: string; header: string; formats: readonly string[] }) {
    super(
      `the header \`${header}\` must name this column exactly once.`,
      { row: 1, column, text: header },
      {
        docsPath: "/errors#invalidheadererror",
        metaMessages: [`Use one of these headers (columns in any order): ${formats.join(" · ")}.`],
      },
    );
  }
}

/** Thrown when a text does not name a project. */
export class InvalidProjectError extends CsvError {
  override readonly name = "InvalidProjectError";
  constructor(place: CsvPlace) {
    super(`"${place.text ?? ""}" is not the name or URL of a project.`, place, {
      docsPath: "/errors#invalidprojecterror",
      metaMessages: ["Write the URL of its repository, for instance https://github.com/owner/name, or owner/name."],
    });
  }
}

/** Thrown when a file names a project that is not among those expected. */
export class UnknownProjectError extends CsvError {
  override readonly name = "UnknownProjectError";
  constructor(place: CsvPlace) {
    super(`"${place.text ?? ""}" is not a project of this market.`, place, {
      docsPath: "/errors#unknownprojecterror",
      metaMessages: ["Remove the row, or correct its spelling: only the projects of the market can have a weight."],
    });
  }
}

/** Thrown when projects that are expected are not in the file. */
export class MissingProjectsError extends CsvError {
  override readonly name = "MissingProjectsError";
  /** The projects without a row. */
  readonly projects: readonly string[];
  constructor({ projects, column }: { projects: readonly string[]; column: string }) {
    super(
      `no row for ${projects.join(", ")}.`,
      { column, text: projects[0] },
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
  constructor(place: CsvPlace & { readonly firstRow: number }) {
    super(`"${place.text ?? ""}" is the same project as in row ${place.firstRow}.`, place, {
      docsPath: "/errors#duplicateprojecterror",
      metaMessages: ["Keep one of the rows. Upper case, www., a trailing slash and .git make no difference."],
    });
  }
}

/** Thrown when two rows are about the same edge, be it under other spellings. */
export class DuplicateEdgeError extends CsvError {
  override readonly name = "DuplicateEdgeError";
  constructor(place: CsvPlace & { readonly parent: string; readonly child: string; readonly firstRow: number }) {
    super(`The edge from "${place.parent}" to "${place.child}" is already in row ${place.firstRow}.`, place, {
      docsPath: "/errors#duplicateedgeerror",
      metaMessages: ["Keep one of the rows. Upper case, www., a trailing slash and .git make no difference."],
    });
  }
}

/** Thrown when a field is not a finite decimal number. */
export class NotANumberError extends CsvError {
  override readonly name = "NotANumberError";
  constructor(place: CsvPlace) {
    super(`"${place.text ?? ""}" is not a finite decimal number.`, place, {
      docsPath: "/errors#notanumbererror",
      metaMessages: ["Write digits with a dot, for instance 0.25 or 2.5e-1."],
    });
  }
}

/** Thrown when a weight is negative. */
export class NegativeWeightError extends CsvError {
  override readonly name = "NegativeWeightError";
  constructor(place: CsvPlace) {
    super(`"${place.text ?? ""}" is negative.`, place, {
      docsPath: "/errors#negativeweighterror",
      metaMessages: ["The least weight is 0."],
    });
  }
}

/** Thrown when a number is outside the range that its column allows. */
export class ValueOutOfRangeError extends CsvError {
  override readonly name = "ValueOutOfRangeError";
  constructor(place: CsvPlace & { readonly expected: string }) {
    super(`"${place.text ?? ""}" must be ${place.expected}.`, place, {
      docsPath: "/errors#valueoutofrangeerror",
      metaMessages: ["Correct the number, or leave the row out."],
    });
  }
}

/** Thrown when weights do not sum to 1 within 1e-6, or cannot be scaled because all are 0. */
export class WeightSumError extends CsvError {
  override readonly name = "WeightSumError";
  constructor({ sum, column }: { sum: string; column: string }) {
    super(
      `the weights sum to ${sum}, not to 1.`,
      { column, text: sum },
      {
        docsPath: "/errors#weightsumerror",
        metaMessages: [
          sum === "0"
            ? "Give at least one project a weight."
            : "Correct them, or pass `normalize: true` to scale them.",
        ],
      },
    );
  }
}

/** Thrown when a file has the children of several parents and one is wanted. */
export class SeveralParentsError extends CsvError {
  override readonly name = "SeveralParentsError";
  /** The parents in the file. */
  readonly parents: readonly string[];
  constructor({ parents, ...place }: CsvPlace & { readonly parents: readonly string[] }) {
    super(`the file has weights under ${parents.length} parents: ${parents.slice(0, 10).join(", ")}.`, place, {
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
        metaMessages: [`The file has weights under: ${parents.slice(0, 10).join(", ")}.`],
      },
    );
  }
}
