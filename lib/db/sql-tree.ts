/*
 * Reading the parse tree that libpg-query gives: plain objects, each node wrapped
 * in its type's name. What is not of the expected form reads as absent.
 */

export type Tree = Readonly<Record<string, unknown>>;

export function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A node's field that holds one node. */
export function child(node: Tree | undefined, field: string): Tree | undefined {
  const value = node?.[field];
  return isTree(value) ? value : undefined;
}

/** A node's field that holds a list of nodes. */
export function children(node: Tree | undefined, field: string): Tree[] {
  const value = node?.[field];
  return Array.isArray(value) ? value.filter(isTree) : [];
}

export function text(node: Tree | undefined, field: string): string | undefined {
  const value = node?.[field];
  return typeof value === "string" ? value : undefined;
}

/** The names in a list of String nodes: of an operator, a column, a function. */
export function names(list: Tree[]): string[] {
  return list.map((item) => text(child(item, "String"), "sval") ?? "*");
}

/** The number of a parameter, a cast around it or not. */
export function parameterOf(node: Tree | undefined): number | undefined {
  const cast = child(node, "TypeCast");
  if (cast) return parameterOf(child(cast, "arg"));
  const number = child(node, "ParamRef")?.number;
  return typeof number === "number" ? number : undefined;
}

/** The conditions that all must hold for `node` to hold. */
export function conjuncts(node: Tree | undefined): Tree[] {
  if (!node) return [];
  const both = child(node, "BoolExpr");
  return both && text(both, "boolop") === "AND_EXPR" ? children(both, "args").flatMap(conjuncts) : [node];
}

/** Calls `visit` for every wrapped node below `value`, its type first; `visit` says whether to go on inside. */
export function walk(value: unknown, visit: (type: string, node: Tree) => boolean): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
    return;
  }
  if (!isTree(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (/^[A-Z]/.test(key) && isTree(inner) && !visit(key, inner)) continue;
    walk(inner, visit);
  }
}
