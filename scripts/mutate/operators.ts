/**
 * What a mutant changes. Every function takes one node of the syntax tree and returns the faults that may be planted
 * there. A fault in an expression is an expression of the same type, a fault in a statement a statement: both versions
 * stand in one program and a number chooses, see `schemata.ts`.
 */
import { isNode, rangeOf, type AstNode } from "./ast.ts";

export type Kind =
  | "arithmetic"
  | "boundary"
  | "condition"
  | "constant"
  | "early return"
  | "equality"
  | "guard"
  | "logic"
  | "minimum"
  | "return value"
  | "rounding"
  | "sign"
  | "statement";

/** A fault: what stands from `start` to `end` becomes `text`. */
export interface Fault {
  readonly kind: Kind;
  readonly form: "expression" | "statement" | "entry";
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What both versions are converted to, where a bare number would take the type of its size. */
  readonly type?: string;
}

export interface Context {
  readonly source: string;
  /** From the node's parent upwards. */
  readonly parents: readonly AstNode[];
  /** The property of the parent that holds the node. */
  readonly key: string;
  /** The function or modifier around the node. */
  readonly callable: AstNode;
  /** Whether an identifier's declaration is a constant of whole numbers. */
  readonly isConstant: (declaration: unknown) => boolean;
}

type Operator = (node: AstNode, context: Context) => Fault[];

const INTEGER = /^t_u?int\d+$/;
const SWAPS: Readonly<Record<string, readonly [Kind, string]>> = {
  "+": ["arithmetic", "-"],
  "-": ["arithmetic", "+"],
  "*": ["arithmetic", "/"],
  "/": ["arithmetic", "*"],
  "%": ["arithmetic", "*"],
  "<<": ["arithmetic", ">>"],
  ">>": ["arithmetic", "<<"],
  "&": ["arithmetic", "|"],
  "|": ["arithmetic", "&"],
  "<": ["boundary", "<="],
  "<=": ["boundary", "<"],
  ">": ["boundary", ">="],
  ">=": ["boundary", ">"],
  "==": ["equality", "!="],
  "!=": ["equality", "=="],
  "&&": ["logic", "||"],
  "||": ["logic", "&&"],
};
/** Functions whose names say a direction of rounding, or which of two is taken. */
const TWINS: Readonly<Record<string, readonly [Kind, string]>> = {
  fullMulDiv: ["rounding", "fullMulDivUp"],
  fullMulDivUp: ["rounding", "fullMulDiv"],
  mulWad: ["rounding", "mulWadUp"],
  mulWadUp: ["rounding", "mulWad"],
  divWad: ["rounding", "divWadUp"],
  divWadUp: ["rounding", "divWad"],
  min: ["minimum", "max"],
  max: ["minimum", "min"],
};

export function typeOf(node: unknown): string {
  if (!isNode(node)) return "";
  const { typeIdentifier } = (node["typeDescriptions"] ?? {}) as { typeIdentifier?: string };
  return typeIdentifier ?? "";
}

function child(node: AstNode, key: string): AstNode {
  const value = node[key];
  if (!isNode(value)) throw new TypeError(`A ${node.nodeType} without ${key}.`);
  return value;
}

function textOf(node: AstNode, { source }: Context): string {
  const { start, end } = rangeOf(node);
  return source.slice(start, end);
}

function replace(node: AstNode, kind: Kind, text: string): Fault {
  return { kind, form: "expression", ...rangeOf(node), text };
}

const swapOperator: Operator = (node, context) => {
  const swap = SWAPS[String(node["operator"])];
  if (swap === undefined || node["function"] !== undefined) return [];
  const [left, right] = [child(node, "leftExpression"), child(node, "rightExpression")];
  const [kind, operator] = swap;
  if (kind === "arithmetic" && !/^t_(u?int|bytes)\d+$/.test(typeOf(node))) return [];
  return [replace(node, kind, `(${textOf(left, context)}) ${operator} (${textOf(right, context)})`)];
};

/** A quotient rounded up: the direction says who bears the rounding. */
const roundUp: Operator = (node, context) => {
  if (node["operator"] !== "/" || !/^t_uint/.test(typeOf(node))) return [];
  const dividend = textOf(child(node, "leftExpression"), context);
  const divisor = textOf(child(node, "rightExpression"), context);
  return [replace(node, "rounding", `((${dividend}) + (${divisor}) - 1) / (${divisor})`)];
};

/** A branch that is never taken, and one that always is. Of a guard, which reverts, only its absence. */
const fixCondition: Operator = (node) => {
  const condition = child(node, "condition");
  const body = node["trueBody"];
  const last = isNode(body) && body.nodeType === "Block" ? (body["statements"] as AstNode[]).at(-1) : body;
  const kind = isNode(last) && last.nodeType === "RevertStatement" ? "guard" : "condition";
  const never = replace(condition, kind, "false");
  return kind === "guard" ? [never] : [never, replace(condition, kind, "true")];
};

const skipLoop: Operator = (node) =>
  isNode(node["condition"]) ? [replace(node["condition"], "condition", "false")] : [];

/** `ceilDiv` as a plain quotient, `mulDiv` without its direction, a function as its twin. */
const turnCall: Operator = (node, context) => {
  const callee = child(node, "expression");
  const operands = (node["arguments"] as AstNode[]).map((operand) => textOf(operand, context));
  const name = String(callee["memberName"] ?? callee["name"] ?? "");
  if (name === "ceilDiv" && operands.length === 2) {
    return [replace(node, "rounding", `(${operands.join(") / (")})`)];
  }
  if (callee.nodeType !== "MemberAccess") return [];
  const library = textOf(child(callee, "expression"), context);
  if (library === "Math" && name === "mulDiv" && operands.length === 3) {
    return [replace(node, "rounding", `Math.mulDiv(${operands.join(", ")}, Math.Rounding.Ceil)`)];
  }
  const twin = TWINS[name];
  if (twin === undefined || !/^(Math|FixedPointMathLib)$/.test(library)) return [];
  return [replace(node, twin[0], `${library}.${twin[1]}(${operands.join(", ")})`)];
};

const turnDirection: Operator = (node) => {
  const other = { Ceil: "Floor", Floor: "Ceil" }[String(node["memberName"])];
  if (other === undefined || !typeOf(node).startsWith("t_enum$_Rounding")) return [];
  return [replace(node, "rounding", `Math.Rounding.${other}`)];
};

const shiftConstant: Operator = (node, context) => {
  if (!context.isConstant(node["referencedDeclaration"]) || !INTEGER.test(typeOf(node))) return [];
  return [replace(node, "constant", `${textOf(node, context)} + 1`)];
};

/** A number off by one. Literals in a larger constant expression move with it; in a conversion only to whole numbers. */
export const shiftLiteral: Operator = (node, context) => {
  const [parent] = context.parents;
  if (parent === undefined || !typeOf(node).startsWith("t_rational") || typeOf(parent).startsWith("t_rational")) {
    return [];
  }
  if (parent["kind"] === "typeConversion" && !/^t_uint/.test(typeOf(parent))) return [];
  const fault = replace(node, "constant", `${textOf(node, context)} + 1`);
  const { typeIdentifier = "" } = (parent["commonType"] ?? {}) as { typeIdentifier?: string };
  const steps = context.key === "rightExpression" && ["<<", ">>", "**"].includes(String(parent["operator"]));
  return [steps || !INTEGER.test(typeIdentifier) ? fault : { ...fault, type: typeIdentifier.slice(2) }];
};

const dropSign: Operator = (node, context) => {
  const operator = String(node["operator"]);
  if (!["-", "!"].includes(operator) || typeOf(node).startsWith("t_rational")) return [];
  return [replace(node, operator === "-" ? "sign" : "logic", textOf(child(node, "subExpression"), context))];
};

const changeReturn: Operator = (node, context) => {
  const value = node["expression"];
  if (!isNode(value)) return [];
  const type = typeOf(value);
  if (type === "t_bool") return [replace(value, "return value", `!(${textOf(value, context)})`)];
  return INTEGER.test(type) ? [replace(value, "return value", `${type.slice(2)}(0)`)] : [];
};

/** The statement with its semicolon, which solc leaves out. */
function statement(node: AstNode, { source }: Context, kind: Kind, text: string): Fault {
  const { start, end } = rangeOf(node);
  return { kind, form: "statement", start, end: source.indexOf(";", end - 1) + 1, text };
}

const changeStatement: Operator = (node, context) => {
  // The head of a loop is no statement of its own.
  if (context.parents[0]?.nodeType === "ForStatement" && context.key !== "body") return [];
  const expression = node["expression"];
  const faults: Fault[] = [];
  if (isNode(expression) && expression.nodeType === "Assignment") {
    // A pointer without a target does not compile.
    if (/_(storage|calldata)_ptr$/.test(typeOf(expression))) return [];
    const operator = String(expression["operator"]).slice(0, -1);
    const swap = SWAPS[operator];
    if (swap?.[0] === "arithmetic") {
      const [left, right] = [child(expression, "leftHandSide"), child(expression, "rightHandSide")];
      faults.push(
        statement(node, context, "arithmetic", `${textOf(left, context)} ${swap[1]}= ${textOf(right, context)};`),
      );
    }
  }
  faults.push(statement(node, context, "statement", ""));
  return faults;
};

/** A function that does nothing; of functions that return something each result is changed instead. */
const returnEarly: Operator = (node) => {
  const body = node["body"];
  const results = child(node, "returnParameters")["parameters"] as AstNode[];
  if (!isNode(body) || node["kind"] === "constructor" || results.length > 0) return [];
  const at = rangeOf(body).start + 1;
  return [{ kind: "early return", form: "entry", start: at, end: at, text: "return;" }];
};

/** The operators by type of node. */
export const OPERATORS: Readonly<Record<string, readonly Operator[]>> = {
  BinaryOperation: [swapOperator, roundUp],
  Break: [changeStatement],
  Conditional: [fixCondition],
  Continue: [changeStatement],
  EmitStatement: [changeStatement],
  ExpressionStatement: [changeStatement],
  ForStatement: [skipLoop],
  FunctionCall: [turnCall],
  FunctionDefinition: [returnEarly],
  Identifier: [shiftConstant],
  IfStatement: [fixCondition],
  MemberAccess: [turnDirection, shiftConstant],
  Return: [changeReturn],
  UnaryOperation: [dropSign],
  WhileStatement: [skipLoop],
};
