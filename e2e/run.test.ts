import { expect, test, vi } from "vitest";
import { withConnection } from "@/lib/db/admin";
import { actAsOperator } from "@/lib/db/servers";
import { ARCHITECTURES } from "@/lib/tenancy/placement";
import { run } from "./fixtures/run";
import { addSpinner, adminUrl, newScope } from "./fixtures/tenants";

vi.setConfig({ testTimeout: 60_000 });

/* A program that knows nothing of tenants: it reads an address from its environment, and asks for everything. */
const PROGRAM = `
  import postgres from "postgres";
  const sql = postgres(process.env.DATABASE_URL, { max: 1, onnotice: () => {} });
  const names = await sql\`SELECT name FROM spinners ORDER BY name\`;
  const [who] = await sql\`SELECT current_user AS name, session_user AS login\`;
  const refused = [];
  for (const statement of STATEMENTS) await sql.unsafe(statement).catch((error) => refused.push(error.code));
  console.log(JSON.stringify({ names: names.map(({ name }) => name), who, refused, admin: process.env.ADMIN_DATABASE_URL }));
  await sql.end();`;

const FORBIDDEN = [
  "SET ROLE spinner_platform",
  "SELECT url FROM catalog.servers",
  "DROP TABLE spinners",
  "SELECT set_config('app.tenant_id', 'x', false)",
];

function spinctl(args: string[], input = "") {
  return run(["lib/cli/spinctl.mjs", ...args], { ADMIN_DATABASE_URL: adminUrl() }, input);
}

test.each(ARCHITECTURES)(
  "a program run for a tenant in %s sees that tenant alone, and may nothing more",
  async (placement) => {
    const [ours, theirs] = await Promise.all([newScope({ placement }), newScope({ placement })]);
    await addSpinner(ours, "Ours");
    await addSpinner(theirs, "Theirs");
    const program = PROGRAM.replace("STATEMENTS", JSON.stringify(FORBIDDEN));
    for (const [at, name] of [
      [ours, "Ours"],
      [theirs, "Theirs"],
    ] as const) {
      const ran = await spinctl([
        "run",
        "--tenant",
        at.tenant.slug,
        "--",
        process.execPath,
        "--input-type=module",
        "-e",
        program,
      ]);
      expect(ran.status, ran.errors).toBe(0);
      const said = JSON.parse(ran.output);
      expect(said).toMatchObject({ names: [name], who: { login: expect.stringMatching(/^spinner_run_/) } });
      expect(said.refused).toHaveLength(FORBIDDEN.length);
      expect(said.admin).toBeUndefined();
    }
    const left = await withConnection(
      adminUrl(),
      (admin) => admin`SELECT rolname FROM pg_roles WHERE starts_with(rolname, 'spinner_run_')`,
    );
    expect([...left]).toEqual([]);
  },
);

test("a command of ours runs for the tenant it is told, and for no other", async () => {
  const [ours, theirs] = await Promise.all([newScope(), newScope()]);
  const { slug } = ours.tenant;
  const create = ["--", "spinctl", "owner", "create", "--email", "owner@run.example", "--json"];
  const created = await spinctl(["run", "--tenant", slug, ...create], "a long enough passphrase");
  expect(created.status, created.errors).toBe(0);
  expect(JSON.parse(created.output)).toMatchObject({ email: "owner@run.example", role: "owner" });

  const other = await spinctl([
    "run",
    "--tenant",
    slug,
    "--",
    "spinctl",
    "key",
    "create",
    theirs.tenant.slug,
    "--name",
    "x",
  ]);
  expect(other).toMatchObject({ status: 1, errors: expect.stringContaining("tenant_mismatch") });
});

test("wrong use, unknown tenants and failing commands have the exit status that says so", async () => {
  actAsOperator(adminUrl());
  const { slug } = (await newScope()).tenant;
  expect((await spinctl(["run", "--", "true"])).status).toBe(2);
  expect((await spinctl(["run", "--tenant", "nobody-at-all", "--", "true"])).status).toBe(3);
  expect((await spinctl(["run", "--tenant", slug, "--", "false"])).status).toBe(1);
  expect((await spinctl(["run", "--tenant", slug, "--", "true"])).status).toBe(0);
  const missing = await spinctl(["owner", "create", "--email", "x@y.example"], "a long enough passphrase");
  expect(missing).toMatchObject({ status: 2, errors: expect.stringContaining("tenant_missing") });
});
