import type { Admin } from "../admin";
import { PRIVILEGE_CHECKS } from "./privilege-checks";
import { TABLE_CHECKS } from "./table-checks";

/** A question to the catalogues of PostgreSQL whose every answer is a fault. */
export interface Check {
  check: string;
  /** Selects one text column: a line a fault. */
  sql: string;
}

export interface Checked {
  check: string;
  faults: string[];
}

/** Holds a live database against the rules that keep tenants apart. Returns every check, with its faults. */
export async function verify(admin: Admin): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const { check, sql } of [...PRIVILEGE_CHECKS, ...TABLE_CHECKS]) {
    const rows = await admin.unsafe(sql).values();
    checked.push({ check, faults: rows.map(([fault]) => String(fault)) });
  }
  return checked;
}
