/** The contracts as integrators see them: their interfaces, with the NatSpec of every function, event and error. */
import { join } from "node:path";

import { analyse, isNode, rangeOf, readBytes, type AstNode } from "../../scripts/mutate/ast.ts";
import { listContracts } from "../../scripts/utils/contractFiles.ts";

export type Value = { readonly name: string; readonly type: string; readonly text: string };

export type Kind = "struct" | "enum" | "function" | "event" | "error";

/** A part of a contract that others can use. */
export type Part = {
  readonly kind: Kind;
  readonly name: string;
  readonly signature: string;
  readonly notice: string;
  readonly dev: string;
  /** Parameters of functions, events and errors; members of structs and enums. */
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  /** Name of the contract, interface or library that declares it. */
  readonly declaredBy: string;
};

/** A contract, by its interface. */
export type Contract = {
  /** `Markets`, of `IMarkets`. */
  readonly name: string;
  readonly interface: string;
  readonly file: string;
  readonly title: string;
  readonly notice: string;
  /** What its interface says of units, formulas and rules. */
  readonly dev: string;
  /** Interfaces with pages of their own that it takes over. */
  readonly extends: readonly string[];
  readonly parts: readonly Part[];
  /** What the contract has from others that have no page: token standards, batching, libraries. */
  readonly inherited: readonly Part[];
};

export type Contracts = {
  readonly contracts: readonly Contract[];
  /** All custom errors, of libraries and OpenZeppelin's contracts too. */
  readonly errors: ReadonlyMap<string, Part>;
  /** Sources by path, and the interface with a page that each implements. */
  readonly implementations: ReadonlyMap<string, string>;
};

const INTERFACES = "contracts/interfaces/";

/** Reads the contracts below `root`. @throws {Error} what the compiler says, if it does not understand them. */
export function readContracts(root: string): Contracts {
  const texts = new Map(listContracts(root).map((file) => [file, readBytes(join(root, file))]));
  const { trees, errors } = analyse(root, texts);
  if (errors[0] !== undefined) throw new Error(errors[0].message);

  const library = readLibrary(trees, (file) => texts.get(file) ?? readBytes(join(root, "node_modules", file)));
  const paged = library.filter(({ file }) => file.startsWith(INTERFACES));
  const contracts = paged.map((declared) => toContract(declared, library));
  return {
    contracts,
    errors: new Map(
      library.flatMap(({ parts }) => parts.filter(({ kind }) => kind === "error").map((one) => [one.name, one])),
    ),
    implementations: new Map(
      library.flatMap(({ file, name, bases }) => {
        const known = bases.flatMap((id) => paged.find((one) => one.id === id) ?? []);
        const page = known.find((one) => one.name === `I${name}`) ?? known[0];
        return page ? [[file, page.name]] : [];
      }),
    ),
  };
}

/* DECLARATIONS */

/** A contract, interface or library as it is declared. */
type Declared = {
  readonly id: unknown;
  readonly file: string;
  readonly name: string;
  readonly kind: unknown;
  readonly doc: Doc;
  /** Itself, then the nearest bases first. */
  readonly bases: readonly unknown[];
  readonly parts: readonly Part[];
};

function readLibrary(trees: ReadonlyMap<string, AstNode>, read: (file: string) => string): Declared[] {
  return [...trees].flatMap(([file, tree]) => {
    const text = read(file);
    return nodesOf(tree)
      .filter(({ nodeType }) => nodeType === "ContractDefinition")
      .map((node): Declared => {
        const name = String(node["name"]);
        return {
          id: node["id"],
          file,
          name,
          kind: node["contractKind"],
          doc: readDoc(node, text),
          bases: node["linearizedBaseContracts"] as unknown[],
          parts: nodesOf(node).flatMap((part) => toPart(part, name, text)),
        };
      });
  });
}

function toContract(declared: Declared, library: readonly Declared[]): Contract {
  const { name, file, doc, parts } = declared;
  const implementation = library.find(
    (one) => one.kind === "contract" && !one.file.includes("/mocks/") && `I${one.name}` === name,
  );
  const byId = new Map(library.map((one) => [one.id, one]));
  const bases = (implementation ?? declared).bases.flatMap((id) => byId.get(id) ?? []);
  const paged = bases.filter((base) => base.file.startsWith(INTERFACES));
  const known = new Set(paged.flatMap((base) => base.parts.map((part) => part.name)));
  const inherited = new Map<string, Part>();
  for (const part of bases.filter((base) => !paged.includes(base)).flatMap((base) => base.parts)) {
    const key = `${part.kind} ${part.name} ${part.inputs.map(({ type }) => type).join()}`;
    const found = inherited.get(key);
    const better = found === undefined || (found.notice === "" && found.dev === "");
    if (!known.has(part.name) && better) inherited.set(key, part);
  }
  const direct = declared.bases.slice(1).flatMap((id) => byId.get(id) ?? []);
  return {
    name: name.replace(/^I(?=[A-Z])/, ""),
    interface: name,
    file,
    title: doc.title,
    notice: doc.notice,
    dev: doc.dev,
    extends: direct.filter((base) => base.file.startsWith(INTERFACES)).map((base) => base.name),
    parts,
    inherited: [...inherited.values()].filter(({ kind }) => kind !== "struct" && kind !== "enum"),
  };
}

function nodesOf(node: AstNode): AstNode[] {
  return ((node["nodes"] ?? []) as unknown[]).filter(isNode);
}

/* PARTS */

const KINDS: Readonly<Record<string, Kind>> = {
  StructDefinition: "struct",
  EnumDefinition: "enum",
  FunctionDefinition: "function",
  EventDefinition: "event",
  ErrorDefinition: "error",
};

function toPart(node: AstNode, declaredBy: string, text: string): Part[] {
  const kind = KINDS[node.nodeType];
  const name = String(node["name"]);
  if (kind === undefined || name === "") return [];
  if (kind === "function" && !["external", "public"].includes(String(node["visibility"]))) return [];
  const doc = readDoc(node, text);
  const inputs = valuesOf(kind === "struct" || kind === "enum" ? node["members"] : node["parameters"]);
  const outputs = valuesOf(node["returnParameters"]);
  const named = (values: readonly Value[], texts: readonly string[]) =>
    values.map((value) => {
      const line = texts.find((one) => new RegExp(`^${value.name}\\b`).test(one)) ?? "";
      return { ...value, text: value.name === "" ? "" : line.slice(value.name.length).trim() };
    });
  return [
    {
      kind,
      name,
      signature: signatureOf(node, text),
      notice: doc.notice,
      dev: doc.dev,
      inputs: named(inputs, doc.params),
      // What has no name is described by its place.
      outputs: named(outputs, doc.returns).map((value, i) =>
        value.name === "" ? { ...value, text: doc.returns[i] ?? "" } : value,
      ),
      declaredBy,
    },
  ];
}

function valuesOf(list: unknown): Value[] {
  const values = isNode(list) ? list["parameters"] : list;
  return (Array.isArray(values) ? values : []).filter(isNode).map((value) => {
    const { typeString = "" } = (value["typeDescriptions"] ?? {}) as { readonly typeString?: string };
    const type = typeString
      .replace(/^(struct|enum|contract) /, "")
      .replace(/ (memory|calldata|storage)( pointer)?/g, "");
    return { name: String(value["name"]), type, text: "" };
  });
}

/** The declaration as it is written, up to its body. */
function signatureOf(node: AstNode, text: string): string {
  const { start, end } = rangeOf(node);
  const body = isNode(node["body"]) ? rangeOf(node["body"]).start : end;
  const lines = Buffer.from(text.slice(start, body).trimEnd(), "latin1").toString("utf8").split("\n");
  const indent = Math.min(
    ...lines
      .slice(1)
      .filter((line) => line.trim() !== "")
      .map((line) => line.search(/\S/)),
    99,
  );
  return [lines[0] ?? "", ...lines.slice(1).map((line) => line.slice(indent))].join("\n");
}

/* NATSPEC */

type Doc = {
  readonly title: string;
  readonly notice: string;
  readonly dev: string;
  readonly params: readonly string[];
  readonly returns: readonly string[];
};

/** The comment itself: the compiler forgets its empty lines. */
function textOf(documentation: AstNode, source: string): string {
  const { start, end } = rangeOf(documentation);
  return Buffer.from(source.slice(start, end), "latin1")
    .toString("utf8")
    .replace(/^\s*(\/\/\/|\/\*\*|\*\/|\*(?!\/)) ?/gm, "")
    .replace(/\*\/$/, "");
}

function readDoc(node: AstNode, source: string): Doc {
  const documentation = node["documentation"];
  const text = isNode(documentation) ? textOf(documentation, source) : "";
  const parts = ` ${text}`.split(/(?:^|\s)@(?=(?:title|notice|dev|param|return|inheritdoc|author|custom:\S+)\b)/);
  // Without a tag it is the notice.
  const [first = "", ...tagged] = parts;
  const all = [`notice ${first}`, ...tagged].map((part) => {
    const [, tag = "", rest = ""] = /^(\S+)\s*([\s\S]*)$/.exec(part) ?? [];
    return { tag, text: rest.trim() };
  });
  const of = (wanted: string) =>
    all.filter(({ tag, text: one }) => tag === wanted && one !== "").map((one) => one.text);
  return {
    title: of("title").join(" "),
    notice: of("notice").join("\n\n"),
    dev: of("dev").join("\n\n"),
    params: of("param"),
    returns: of("return"),
  };
}
