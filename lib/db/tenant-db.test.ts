import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { people, rollups, spinners, spins, userSpinners } from "@/drizzle/tenant/schema";
import { addPerson, addSpinner, newScope } from "@/e2e/fixtures/tenants";
import { newId } from "@/lib/new-id";
import { recordSpins } from "@/lib/spins/record";
import type { TenantScope } from "@/lib/tenancy/scope";
import { Refused } from "./audit-statement";
import { sqlstateOf } from "./sqlstate";
import type { TenantDb } from "./tenant-db";

let ours: TenantScope;
let theirs: TenantScope;
let theirSpinner: string;

beforeAll(async () => {
  [ours, theirs] = await Promise.all([newScope(), newScope()]);
  for (const at of [ours, theirs]) {
    await addPerson(at);
    const { id } = await addSpinner(at, "PokeSpinner");
    if (at === theirs) theirSpinner = id;
    await recordSpins(at, { spins: [{ spinner: "PokeSpinner", person: "someone@test.example", duration_ms: 1_000 }] });
  }
});

const names = (db: TenantDb) => db.select({ id: spinners.id, tenant: spinners.tenantId }).from(spinners);

describe("reading", () => {
  test("shows the tenant's rows and nobody else's", async () => {
    for (const at of [ours, theirs]) {
      const rows = await at.read(names);
      expect(rows.map(({ tenant }) => tenant)).toEqual([at.tenant.id]);
    }
  });

  test("conditions add up: a second one narrows where Drizzle's own would replace the first", async () => {
    const rows = await ours.read((db) => names(db).where(sql`true`));
    expect(rows).toHaveLength(1);
    const none = await ours.read((db) => {
      const query = db.select({ id: spinners.id }).from(spinners).$dynamic();
      query.where(eq(spinners.name, "PokeSpinner"));
      return query.where(eq(spinners.name, "NinjaSpinner"));
    });
    expect(none).toEqual([]);
  });

  test("an OR in a condition does not reach around the tenant", async () => {
    const rows = await ours.read((db) => names(db).where(sql`true or ${spinners.id} = ${theirSpinner}`));
    expect(rows.map(({ tenant }) => tenant)).toEqual([ours.tenant.id]);
  });

  test("joined tables are held too", async () => {
    const rows = await ours.read((db) =>
      db.select({ tenant: people.tenantId }).from(spins).innerJoin(people, sql`true`).leftJoin(rollups, sql`true`),
    );
    expect(new Set(rows.map(({ tenant }) => tenant))).toEqual(new Set([ours.tenant.id]));
  });

  test("another tenant's id finds nothing, as an id that nobody has", async () => {
    const find = (id: string) => ours.read((db) => names(db).where(eq(spinners.id, id)));
    expect(await find(theirSpinner)).toEqual(await find(newId()));
    expect(await theirs.read((db) => names(db).where(eq(spinners.id, theirSpinner)))).toHaveLength(1);
  });
});

describe("writing", () => {
  test("changes and removes the tenant's rows alone", async () => {
    await ours.write((db) => db.update(spinners, { name: "Renamed" }).where(eq(spinners.id, theirSpinner)));
    await ours.write((db) => db.update(spinners, { name: "Renamed" }));
    const [untouched] = await theirs.read((db) => db.select({ name: spinners.name }).from(spinners));
    expect(untouched?.name).toBe("PokeSpinner");
    const [renamed] = await ours.read((db) => db.select({ name: spinners.name }).from(spinners));
    expect(renamed?.name).toBe("Renamed");

    const mine = { id: newId(), name: "Short-lived", nameKey: "short-lived" };
    await ours.write((db) => db.insert(spinners, mine));
    const removed = await ours.write((db) =>
      db.delete(spinners).where(eq(spinners.nameKey, "short-lived")).returning(),
    );
    expect(removed.map(({ tenantId }) => tenantId)).toEqual([ours.tenant.id]);
    expect(await theirs.read(names)).toHaveLength(1);
  });

  test("a row given another tenant's id is stored for this one", async () => {
    const sneaky = { id: newId(), name: "Sneaky", nameKey: "sneaky", tenantId: theirs.tenant.id };
    const stored = await ours.write((db) => db.insert(spinners, sneaky).returning());
    expect(stored[0]?.tenantId).toBe(ours.tenant.id);
    await ours.write((db) => db.delete(spinners).where(eq(spinners.id, sneaky.id)));
  });

  test("a row that points at another tenant's is refused by its foreign key, as one that points nowhere", async () => {
    const [me] = await ours.read((db) => db.select({ id: people.id }).from(people));
    const point = (spinnerId: string) =>
      ours.write((db) => db.insert(userSpinners, { personId: me?.id ?? "", spinnerId }));
    for (const id of [theirSpinner, newId()]) {
      expect(sqlstateOf(await point(id).catch((error: unknown) => error))).toBe("23503");
    }
  });

  test("nothing is written in a reading scope", async () => {
    const attempt = ours.read((db) => db.delete(spinners));
    expect(sqlstateOf(await attempt.catch((error: unknown) => error))).toBe("25006");
  });
});

describe("a statement of one's own", () => {
  test("that names the tenant runs; one that does not, or names another, is never sent", async () => {
    const count = (db: TenantDb, tenant: string) =>
      db.execute(sql`SELECT count(*) FROM spinners WHERE tenant_id = ${tenant}`);
    expect(await ours.read((db) => count(db, db.tenantId))).toEqual([["1"]]);
    await expect(ours.read((db) => count(db, theirs.tenant.id))).rejects.toThrow(Refused);
    await expect(ours.read((db) => db.execute(sql`SELECT count(*) FROM spinners`))).rejects.toThrow(Refused);
  });
});
