import { loadModule, parseSync } from "libpg-query";
import { Refused, StatementAudit } from "./audit-statement";
import { child, children, isTree, names, type Tree, walk } from "./sql-tree";

/*
 * The third pair of eyes: every statement bound for a tenant's tables is read by
 * PostgreSQL's own parser before it is sent. Each reference to a table must be held
 * to the tenant by `tenant_id = $n` at its own level. It fails closed: what it does
 * not know, it refuses.
 */

/** The parameters (from 1) that must hold the tenant's id whenever the statement is sent. */
export interface Verdict {
  tenantParameters: number[];
}

const FORBIDDEN_FUNCTIONS =
  /^(set_config|dblink.*|query_to_.*|cursor_to_.*|table_to_.*|schema_to_.*|database_to_.*|lo_.*)$/;

await loadModule();

/** Reads one statement. `tables` are the tenant tables it may name. Throws `Refused`. */
export function audit(sql: string, tables: ReadonlySet<string>): Verdict {
  const statement = parse(sql);
  const done = new StatementAudit(tables);
  done.statement(child(statement, "stmt"), new Set());
  checkNothingEscaped(statement, done.references);
  return { tenantParameters: [...done.tenantParameters].sort((a, b) => a - b) };
}

function parse(sql: string): Tree {
  const tree: unknown = parsed(sql);
  const [statement, another] = isTree(tree) ? children(tree, "stmts") : [];
  if (!statement || another) throw new Refused("it is not one statement");
  return statement;
}

function parsed(sql: string): unknown {
  try {
    return parseSync(sql);
  } catch {
    throw new Refused("it does not parse");
  }
}

/** What the rules have not looked at must not be there: forbidden functions, tables in odd places. */
function checkNothingEscaped(statement: Tree, references: number): void {
  let seen = 0;
  walk(statement, (type, node) => {
    if (["RangeVar", "InsertStmt", "UpdateStmt", "DeleteStmt"].includes(type)) seen++;
    if (type === "FuncCall" && FORBIDDEN_FUNCTIONS.test(names(children(node, "funcname")).at(-1) ?? "")) {
      throw new Refused("it calls a function that could leave the tenant");
    }
    return true;
  });
  if (seen !== references) throw new Refused("it names a table where none is expected");
}
