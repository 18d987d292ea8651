/** Rules about the contracts that no linter at hand has. Each takes a source and returns what breaks it. */
import { isNode, rangeOf, type AstNode } from "../mutate/ast.ts";
import { typeOf } from "../mutate/operators.ts";

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

export interface Source {
  readonly file: string;
  readonly text: string;
  readonly tree: AstNode;
}

type Visit = (node: AstNode, parents: readonly AstNode[]) => void;

function childrenOf(node: AstNode): AstNode[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode));
}

function walk(node: AstNode, visit: Visit, parents: readonly AstNode[] = []): void {
  visit(node, parents);
  for (const found of childrenOf(node)) walk(found, visit, [node, ...parents]);
}

function lineOf({ text }: Source, node: AstNode): number {
  return text.slice(0, rangeOf(node).start).split("\n").length;
}

function textOf({ text }: Source, node: AstNode): string {
  const { start, end } = rangeOf(node);
  return text.slice(start, end);
}

function find(source: Source, rule: string, message: string, node: AstNode): Finding {
  return { file: source.file, line: lineOf(source, node), rule, message: `${message}: ${textOf(source, node)}` };
}

function docOf(node: AstNode | undefined): string {
  const documentation = node?.["documentation"];
  return isNode(documentation) ? String(documentation["text"]) : "";
}

function enclosing(parents: readonly AstNode[], type: string): AstNode | undefined {
  return parents.find(({ nodeType }) => nodeType === type);
}

/** Arithmetic that may wrap says why it does not: beside the block, over the function, or over the contract. */
export function findUnexplainedUnchecked(source: Source): Finding[] {
  const findings: Finding[] = [];
  walk(source.tree, (node, parents) => {
    if (node.nodeType !== "UncheckedBlock") return;
    const [around, contract] = ["FunctionDefinition", "ContractDefinition"].map((type) => enclosing(parents, type));
    const lines = source.text.split("\n");
    const beside = `${lines[lineOf(source, node) - 2] ?? ""}\n${textOf(source, node)}`;
    const explained = /unchecked/i.test(docOf(contract)) || docOf(around) !== "" || beside.includes("//");
    if (!explained) {
      const line = lineOf(source, node);
      findings.push({ file: source.file, line, rule: "unchecked", message: "Nothing says why this cannot wrap" });
    }
  });
  return findings;
}

const WHOLE = /^t_(u?)int(\d+)$/;

/** What a cast takes is known to fit: it was cut, checked, or is the clock (40 bits of seconds end in the year 36812). */
function fits(source: Source, operand: AstNode, around: AstNode | undefined): boolean {
  const text = textOf(source, operand);
  if (/^(block\.(timestamp|number)|type\(\w+\)\.max)$/.test(text)) return true;
  if (/ (>>|&) /.test(text) || /\.unwrap\(/.test(text) || /\bcheck(Cash|Pot)\(/.test(text)) return true;
  if (/^u?int\d+\(/.test(text)) return true; // the inner cast is looked at by itself
  if (around === undefined) return false;
  if (/\/\/.*\bfits?\b/.test(textOf(source, around))) return true;
  if (operand.nodeType !== "Identifier") return false;
  // A guard, a conditional or a minimum of the same function names it.
  return new RegExp(`\\b${text} (<=?|>=?) |min\\(${text}\\b|[<>]=? ${text}\\b`).test(textOf(source, around));
}

/** A cast to fewer bits cuts silently: what does not show that it fits says so beside it. */
export function findUnboundedCasts(source: Source): Finding[] {
  const findings: Finding[] = [];
  const lines = source.text.split("\n");
  walk(source.tree, (node, parents) => {
    const [operand] = (node["arguments"] ?? []) as AstNode[];
    if (node["kind"] !== "typeConversion" || operand === undefined) return;
    const [to, from] = [WHOLE.exec(typeOf(node)), WHOLE.exec(typeOf(operand))];
    if (!to || !from || Number(to[2]) >= Number(from[2])) return;
    const around = enclosing(parents, "FunctionDefinition");
    const line = lineOf(source, node);
    const beside = [lines[line - 1], lines[line - 2]].some((text) => text?.includes("//"));
    if (beside || /\bfits?\b|\bbelow\b|\bat most\b/.test(docOf(around)) || fits(source, operand, around)) return;
    findings.push(find(source, "cast", "Nothing says why this fits", node));
  });
  return findings;
}

/** A quotient that is multiplied has lost its remainder. */
export function findDivisionsBeforeProducts(source: Source): Finding[] {
  const findings: Finding[] = [];
  const isQuotient = (node: unknown): boolean => {
    if (!isNode(node) || typeOf(node).startsWith("t_rational")) return false;
    if (node.nodeType === "TupleExpression") return isQuotient((node["components"] as unknown[])[0]);
    return node.nodeType === "BinaryOperation" && node["operator"] === "/";
  };
  const lines = source.text.split("\n");
  walk(source.tree, (node) => {
    if (node.nodeType !== "BinaryOperation" || node["operator"] !== "*") return;
    if (!isQuotient(node["leftExpression"]) && !isQuotient(node["rightExpression"])) return;
    const line = lineOf(source, node);
    if ([lines[line - 1], lines[line - 2]].some((text) => text?.includes("//"))) return;
    findings.push(find(source, "division", "Divided before it is multiplied", node));
  });
  return findings;
}

/* COMMENTS */

interface Comment {
  /** Of its first line. */
  readonly line: number;
  /** Without marks and tags. */
  readonly text: string;
}

/** The comments of a source: neighbouring lines of one kind are one comment, what follows code is one of its own. */
function commentsOf({ text }: Source): Comment[] {
  const comments: Comment[] = [];
  let previous = "";
  for (const [i, line] of text.split("\n").entries()) {
    const [, before = "", mark = "", said = ""] = /^(.*?)(\/\/\/?)(?!\/)(.*)$/.exec(line) ?? [];
    const kind = before.trim() === "" ? mark : "";
    // A tag begins a comment of its own, as what follows it is read alone.
    const goes = kind !== "" && kind === previous && !/^\s*@/.test(said);
    const last = comments.at(-1);
    if (goes && last !== undefined) comments[comments.length - 1] = { ...last, text: `${last.text} ${said.trim()}` };
    else if (mark !== "") comments.push({ line: i + 1, text: said.trim() });
    previous = kind;
  }
  return comments.map(({ line, text: said }) => ({ line, text: said.replace(/^@(?!inheritdoc)\w+ ?/, "") }));
}

/** A comment that is an id, a symbol or a formula alone ("JU-51.", "D.") has to be looked up: it says so in words. */
export function findBareIds(source: Source): Finding[] {
  return commentsOf(source).flatMap(({ line, text }) => {
    const words = text.replaceAll(/\{[^}]*\}|`[^`]*`/g, "");
    if (text === "" || /[a-z]{2}/.test(words)) return [];
    return [{ file: source.file, line, rule: "comment", message: `Not a sentence, but something to look up: ${text}` }];
  });
}

/* CALLS BEFORE WRITES */

interface Step {
  readonly kind: "call" | "write";
  readonly node: AstNode;
}

function rootOf(node: AstNode): AstNode {
  const inner = node["baseExpression"] ?? (node.nodeType === "MemberAccess" ? node["expression"] : undefined);
  return isNode(inner) ? rootOf(inner) : node;
}

/** Whether an assignment's target is in storage: a state variable, or what a storage pointer points to. */
function isStored(node: unknown, state: ReadonlySet<unknown>): boolean {
  if (!isNode(node)) return false;
  if (node.nodeType === "TupleExpression") return (node["components"] as unknown[]).some((c) => isStored(c, state));
  const root = rootOf(node);
  return state.has(root["referencedDeclaration"]) || (root !== node && /_storage(_ptr)?$/.test(typeOf(root)));
}

function isForeignCall(node: AstNode): boolean {
  const type = typeOf(node["expression"]);
  return /^t_function_(external|bare\w*|transfer|send)_(nonpayable|payable)/.test(type);
}

/** What a node writes to, if it is an assignment, a count or a deletion. */
function targetOf(node: AstNode): unknown {
  if (node.nodeType === "Assignment") return node["leftHandSide"];
  const counts = node.nodeType === "UnaryOperation" && ["++", "--", "delete"].includes(String(node["operator"]));
  return counts ? node["subExpression"] : undefined;
}

/** The calls of other contracts and the writes of a function, in order, with those of the functions that it calls. */
function stepsOf(
  node: AstNode,
  functions: ReadonlyMap<unknown, AstNode>,
  state: ReadonlySet<unknown>,
  depth = 0,
): Step[] {
  if (depth > 12) return [];
  const inner = childrenOf(node).flatMap((found) => stepsOf(found, functions, state, depth));
  if (isStored(targetOf(node), state)) return [...inner, { kind: "write", node }];
  if (node.nodeType !== "FunctionCall") return inner;
  if (isForeignCall(node)) return [...inner, { kind: "call", node }];
  const callee = node["expression"];
  const body = isNode(callee) ? functions.get(callee["referencedDeclaration"])?.["body"] : undefined;
  return isNode(body) ? [...inner, ...stepsOf(body, functions, state, depth + 1)] : inner;
}

function isOpen(node: AstNode): boolean {
  const names = (node["modifiers"] as AstNode[]).map((m) =>
    String((m["modifierName"] as AstNode | undefined)?.["name"]),
  );
  const changes = !["view", "pure"].includes(String(node["stateMutability"]));
  const reachable = ["external", "public"].includes(String(node["visibility"])) && node["kind"] !== "constructor";
  return reachable && changes && !names.some((name) => /^nonReentrant/.test(name));
}

/** A function without guard writes nothing once it has called another contract, which may call back. */
export function findWritesAfterCalls(sources: readonly Source[]): Finding[] {
  const functions = new Map<unknown, AstNode>();
  const state = new Set<unknown>();
  for (const { tree } of sources) {
    walk(tree, (node) => {
      if (node.nodeType === "FunctionDefinition") functions.set(node["id"], node);
      if (node["stateVariable"] === true) state.add(node["id"]);
    });
  }
  return sources.flatMap((source) =>
    childrenOf(source.tree)
      .filter((node) => node["contractKind"] === "contract")
      .flatMap((contract) => childrenOf(contract))
      .filter((node) => node.nodeType === "FunctionDefinition" && isOpen(node))
      .flatMap((node) => {
        const body = node["body"];
        const steps = isNode(body) ? stepsOf(body, functions, state) : [];
        const call = steps.findIndex(({ kind }) => kind === "call");
        if (call < 0 || !steps.slice(call).some(({ kind }) => kind === "write")) return [];
        const line = lineOf(source, node);
        const above = source.text.split("\n")[line - 2] ?? "";
        const comment = docOf(node) + (/^\s*\/\//.test(above) ? above : "");
        if (/callback|call back|re-enter|reentr/i.test(comment)) return [];
        const message = `${String(node["name"])} writes after it has called another contract, without a guard`;
        return [{ file: source.file, line, rule: "reentrancy", message }];
      }),
  );
}
