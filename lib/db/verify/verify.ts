import { type Admin, withConnection } from "../admin";
import { adminUrlOf, readCluster } from "../cluster";
import { ownPlacements } from "../placements";
import { APP_ROLE } from "../role-names";
import { catalogChecks } from "./catalog-checks";
import { privilegeChecks } from "./privilege-checks";
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

/** Holds every placement of every server against the rules that keep tenants apart. Returns each check, with its faults. */
export async function verify(primaryUrl: string): Promise<Checked[]> {
  const cluster = await readCluster(primaryUrl);
  const { checked, own } = await withConnection(primaryUrl, async (admin) => ({
    checked: await verifyDatabase(admin, APP_ROLE),
    own: await ownPlacements(admin),
  }));
  const reached: Checked = { check: "placements: each can be reached", faults: [] };
  for (const { slug, placement } of own) {
    if (!placement.database) continue;
    const role = placement.database;
    try {
      const more = await withConnection(adminUrlOf(cluster, placement), (admin) => verifyDatabase(admin, role));
      for (const [index, { faults }] of more.entries()) {
        checked[index]?.faults.push(...faults.map((fault) => `${slug}: ${fault}`));
      }
    } catch {
      reached.faults.push(`${slug}: its database on ${placement.server} does not answer`);
    }
  }
  return [...checked, reached];
}

/** The same for the one database of a connection, where `serving` is the role that serves tenants. */
export async function verifyDatabase(admin: Admin, serving: string): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const { check, sql } of [...privilegeChecks(serving), ...catalogChecks(serving), ...TABLE_CHECKS]) {
    const rows = await admin.unsafe(sql).values();
    checked.push({ check, faults: rows.map(([fault]) => String(fault)) });
  }
  return checked;
}
