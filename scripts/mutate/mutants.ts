import { shuffled } from "../../sdk/src/utils/random.ts";
import { isNode, type AstNode } from "./ast.ts";
import { OPERATORS, shiftLiteral, typeOf, type Fault, type Kind } from "./operators.ts";

/** A program with one fault. */
export interface Mutant extends Fault {
  /** From 1; the same as long as the sources are. */
  readonly id: number;
  readonly file: string;
  readonly line: number;
  /** The function around the fault. */
  readonly within: string;
  readonly before: string;
}

/** What names a mutant in a list that a person keeps: no line number, which any edit above would move. */
export function nameOf({ file, within, kind, before, text }: NamedMutant): string {
  return [file.replace("contracts/", ""), within, kind, `${shorten(before)} => ${shorten(text)}`].join(" | ");
}

export type NamedMutant = Pick<Mutant, "file" | "within" | "before" | "text"> & { readonly kind: Kind };

function shorten(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const CALLABLE = new Set(["FunctionDefinition", "ModifierDefinition"]);
/** Types, assembly and what is only data are left alone. */
const SKIPPED = /TypeName|InlineAssembly|ParameterList|ModifierInvocation|OverrideSpecifier|StructuredDocumentation/;

function childrenOf(node: AstNode): [string, AstNode][] {
  return Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((found): [string, AstNode] => [key, found]),
  );
}

function findConstants(trees: Iterable<AstNode>): Set<unknown> {
  const constants = new Set<unknown>();
  const visit = (node: AstNode) => {
    if (node.nodeType === "VariableDeclaration" && node["constant"] === true) constants.add(node["id"]);
    for (const [, found] of childrenOf(node)) visit(found);
  };
  for (const tree of trees) visit(tree);
  return constants;
}

function faultsOf(tree: AstNode, source: string, constants: ReadonlySet<unknown>): [Fault, AstNode][] {
  const faults: [Fault, AstNode][] = [];
  const visit = (node: AstNode, key: string, parents: readonly AstNode[], around?: AstNode) => {
    if (SKIPPED.test(node.nodeType)) return;
    const callable = CALLABLE.has(node.nodeType) ? node : around;
    if (callable !== undefined && (around !== undefined || node.nodeType === "FunctionDefinition")) {
      const context = { source, parents, key, callable, isConstant: (id: unknown) => constants.has(id) };
      const rational = typeOf(node).startsWith("t_rational");
      const operators = rational ? [shiftLiteral] : (OPERATORS[node.nodeType] ?? []);
      for (const operator of operators)
        faults.push(...operator(node, context).map((f): [Fault, AstNode] => [f, callable]));
      if (rational) return;
    }
    for (const [name, found] of childrenOf(node)) visit(found, name, [node, ...parents], callable);
  };
  visit(tree, "", []);
  return faults;
}

/** Returns every mutant of `files`, in order of file and place. */
export function findMutants(
  files: readonly string[],
  sources: ReadonlyMap<string, string>,
  trees: ReadonlyMap<string, AstNode>,
): Mutant[] {
  const constants = findConstants(trees.values());
  let id = 0;
  return files.flatMap((file) => {
    const [tree, source] = [trees.get(file), sources.get(file)];
    if (tree === undefined || source === undefined) throw new RangeError(`${file} was not analysed.`);
    return faultsOf(tree, source, constants)
      .sort(([a], [b]) => a.start - b.start || b.end - a.end)
      .map(([fault, callable]): Mutant => ({
        ...fault,
        id: ++id,
        file,
        line: source.slice(0, fault.start).split("\n").length,
        within: String(callable["name"] || callable["kind"]),
        before: source.slice(fault.start, fault.end),
      }));
  });
}

/** Returns `count` of the mutants in a random order that the seed decides: any beginning of it is a fair sample. */
export function sample(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  const order = shuffled(mutants.length, seed).slice(0, count);
  return order.flatMap((index) => mutants[index] ?? []);
}
