import { child, children, conjuncts, names, parameterOf, type Tree, text, walk } from "./sql-tree";

/** Thrown for a statement that may not be sent; the message says why, and never reaches a customer. */
export class Refused extends Error {
  constructor(reason: string) {
    super(`statement refused: ${reason}`);
    this.name = "Refused";
  }
}

interface Reference {
  table: string;
  alias: string;
}

/** A condition that must hold, and the references it filters. */
interface Filter {
  condition: Tree;
  among: Reference[];
}

/** Looks at one statement, every level of it. */
export class StatementAudit {
  readonly tenantParameters = new Set<number>();
  /** How many table references the rules have looked at. */
  references = 0;

  constructor(private readonly tables: ReadonlySet<string>) {}

  statement(wrapped: Tree | undefined, outer: ReadonlySet<string>): void {
    const select = child(wrapped, "SelectStmt");
    const insert = child(wrapped, "InsertStmt");
    const change = child(wrapped, "UpdateStmt") ?? child(wrapped, "DeleteStmt");
    if (select) this.#select(select, outer);
    else if (insert) this.#insert(insert, outer);
    else if (change) this.#change(change, outer);
    else throw new Refused("only SELECT, INSERT, UPDATE and DELETE are known here");
  }

  #select(select: Tree, outer: ReadonlySet<string>): void {
    if (select.intoClause) throw new Refused("it makes a table");
    const ctes = this.#with(select, outer);
    for (const side of ["larg", "rarg"]) {
      const arm = child(select, side);
      if (arm) this.#select(arm, ctes);
    }
    this.#level(children(select, "fromClause"), child(select, "whereClause"), ctes);
    for (const field of ["targetList", "groupClause", "havingClause", "valuesLists", "sortClause", "windowClause"]) {
      this.#nested(select[field], ctes);
    }
    this.#nested([select.limitCount, select.limitOffset, select.distinctClause], ctes);
  }

  #insert(insert: Tree, outer: ReadonlySet<string>): void {
    const ctes = this.#with(insert, outer);
    this.#tenantTable(child(insert, "relation"));
    this.references++;
    const column = children(insert, "cols").findIndex((item) => text(child(item, "ResTarget"), "name") === "tenant_id");
    if (column < 0) throw new Refused("an INSERT does not fill tenant_id");

    const source = child(child(insert, "selectStmt"), "SelectStmt");
    if (!source || child(source, "larg")) throw new Refused("an INSERT's source is not plain");
    const rows = children(source, "valuesLists");
    const filled = rows.length
      ? rows.map((row) => children(child(row, "List"), "items")[column])
      : [child(child(children(source, "targetList")[column], "ResTarget"), "val")];
    for (const value of filled) this.#bind(value, "an INSERT does not fill tenant_id with the tenant");
    this.#select(source, ctes);

    const conflict = child(insert, "onConflictClause");
    this.#keepsTenant(children(conflict, "targetList"));
    this.#nested([conflict, insert.returningList, insert.returningClause], ctes);
  }

  #change(change: Tree, outer: ReadonlySet<string>): void {
    const ctes = this.#with(change, outer);
    const from = [...children(change, "fromClause"), ...children(change, "usingClause")];
    this.#keepsTenant(children(change, "targetList"));
    this.#level([{ RangeVar: child(change, "relation") }, ...from], child(change, "whereClause"), ctes);
    this.#nested([change.targetList, change.returningList, change.returningClause], ctes);
  }

  /** Common table expressions: each is a statement of its own and sees those before it. */
  #with(statement: Tree, outer: ReadonlySet<string>): ReadonlySet<string> {
    const known = new Set(outer);
    for (const item of children(child(statement, "withClause"), "ctes")) {
      const cte = child(item, "CommonTableExpr");
      this.statement(child(cte, "ctequery"), known);
      known.add(text(cte, "ctename") ?? "");
    }
    return known;
  }

  /** One FROM and its WHERE: every table in it is held to the tenant right here. */
  #level(from: Tree[], where: Tree | undefined, ctes: ReadonlySet<string>): void {
    const found: Reference[] = [];
    const filters: Filter[] = [];
    for (const item of from) found.push(...this.#from(item, ctes, filters));
    for (const condition of conjuncts(where)) filters.push({ condition, among: found });

    for (const reference of found) {
      const alone = found.length === 1;
      const held = filters
        .filter(({ among }) => among.includes(reference))
        .some(({ condition }) => this.#holds(condition, reference, alone));
      if (!held) throw new Refused(`"${reference.table}" is not held to the tenant`);
    }
    this.#nested(where, ctes);
  }

  /** The tables that one item of FROM brings, and the join conditions that filter each of them. */
  #from(item: Tree, ctes: ReadonlySet<string>, filters: Filter[]): Reference[] {
    const range = child(item, "RangeVar");
    if (range) return this.#range(range, ctes);
    const join = child(item, "JoinExpr");
    if (join) return this.#join(join, ctes, filters);
    const derived = child(item, "RangeSubselect");
    if (derived) this.statement(child(derived, "subquery"), ctes);
    else this.#nested(item, ctes);
    return [];
  }

  #range(range: Tree, ctes: ReadonlySet<string>): Reference[] {
    const name = text(range, "relname") ?? "";
    this.references++;
    if (ctes.has(name) && !text(range, "schemaname")) return [];
    return [{ table: this.#tenantTable(range), alias: text(child(range, "alias"), "aliasname") ?? name }];
  }

  #join(join: Tree, ctes: ReadonlySet<string>, filters: Filter[]): Reference[] {
    const left = this.#from(child(join, "larg") ?? {}, ctes, filters);
    const right = this.#from(child(join, "rarg") ?? {}, ctes, filters);
    const filtered: Record<string, Reference[]> = {
      JOIN_INNER: [...left, ...right],
      JOIN_LEFT: right,
      JOIN_RIGHT: left,
    };
    const among = filtered[text(join, "jointype") ?? ""] ?? [];
    for (const condition of conjuncts(child(join, "quals"))) filters.push({ condition, among });
    this.#nested(join.quals, ctes);
    return [...left, ...right];
  }

  /** Whether a condition is `alias.tenant_id = $n`; if so the parameter is remembered. */
  #holds(condition: Tree, reference: Reference, alone: boolean): boolean {
    const comparison = child(condition, "A_Expr");
    if (text(comparison, "kind") !== "AEXPR_OP" || names(children(comparison, "name")).join() !== "=") return false;
    const sides = [child(comparison, "lexpr"), child(comparison, "rexpr")];
    const column = names(sides.flatMap((side) => children(child(side, "ColumnRef"), "fields"))).join(".");
    if (column !== `${reference.alias}.tenant_id` && !(alone && column === "tenant_id")) return false;
    const parameter = sides.map(parameterOf).find((number) => number !== undefined);
    if (parameter === undefined) return false;
    this.tenantParameters.add(parameter);
    return true;
  }

  #bind(value: Tree | undefined, otherwise: string): void {
    const parameter = parameterOf(value);
    if (parameter === undefined) throw new Refused(otherwise);
    this.tenantParameters.add(parameter);
  }

  #keepsTenant(targets: Tree[]): void {
    if (targets.some((target) => text(child(target, "ResTarget"), "name") === "tenant_id")) {
      throw new Refused("a row never changes its tenant");
    }
  }

  #tenantTable(range: Tree | undefined): string {
    const name = text(range, "relname") ?? "";
    if (text(range, "schemaname")) throw new Refused("it names a schema");
    if (!this.tables.has(name)) throw new Refused(`"${name}" is not a tenant table`);
    return name;
  }

  /** Statements inside expressions. */
  #nested(value: unknown, ctes: ReadonlySet<string>): void {
    walk(value, (type, node) => {
      if (!type.endsWith("Stmt")) return true;
      this.statement({ [type]: node }, ctes);
      return false;
    });
  }
}
