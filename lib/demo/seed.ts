import { AppError } from "@/lib/app-error";
import { averages } from "@/lib/figures/averages";
import { ALL_TIME } from "@/lib/figures/date-range";
import { createOperator } from "@/lib/operators/create";
import { createPerson } from "@/lib/people/create";
import { createSpinner } from "@/lib/spinners/create";
import { recordSpins } from "@/lib/spins/record";
import { TenantScope } from "@/lib/tenancy/scope";
import { createTenant } from "@/lib/tenants/create";
import { listTenants } from "@/lib/tenants/list";
import { asTenant } from "@/lib/tenants/row";
import { COMPANIES, type Company, DEMO_OPERATOR, DEMO_PASSWORD, peopleOf, SPINNERS } from "./company";
import { historyOf } from "./history";

const BATCH = 1_000;

/**
 * Makes the demo's tenants and operator, or what a start that was cut off has left out; what is there stays as it is.
 * Throws 422 `tenants_real` rather than mix them with real ones.
 */
export async function seedDemo(progress: (line: string) => void): Promise<void> {
  const before = await listTenants();
  const missing = COMPANIES.filter(({ slug }) => !before.some((row) => row.slug === slug && row.origin === "demo"));
  if (missing.length > 0 && before.some((row) => row.origin !== "demo")) {
    throw new AppError("invalid", "tenants_real", "This database holds real tenants: the demo's do not go there.");
  }
  for (const { slug, name, timeZone, placement, accent } of missing) {
    await createTenant({ slug, name, timeZone, placement, accent, origin: "demo" });
  }
  for (const row of await listTenants()) {
    const company = COMPANIES.find(({ slug }) => slug === row.slug);
    if (!company || row.origin !== "demo") continue;
    await fill(new TenantScope(asTenant(row), { kind: "operator" }), company, row.createdAt, progress);
  }
  await unlessThere(createOperator({ email: DEMO_OPERATOR, name: "Olive Operator", password: DEMO_PASSWORD }));
}

/** Every step is known by a name or an id of its own, so doing it twice does it once. */
async function fill(at: TenantScope, company: Company, end: Date, progress: (line: string) => void): Promise<void> {
  const people = peopleOf(company);
  const spins = historyOf(company, people, end);
  const { spins: stored } = await averages(at, ALL_TIME);
  if (stored >= spins.length) return;
  progress(`seeding ${company.slug}: ${people.length} people, ${SPINNERS.length} spinners, ${spins.length} spins`);
  for (const person of people) await unlessThere(createPerson(at, { ...person, password: DEMO_PASSWORD }));
  for (const name of SPINNERS) await unlessThere(createSpinner(at, { name }));
  for (let start = 0; start < spins.length; start += BATCH) {
    await recordSpins(at, { spins: spins.slice(start, start + BATCH) });
  }
}

async function unlessThere(step: Promise<unknown>): Promise<void> {
  try {
    await step;
  } catch (error) {
    if (!(error instanceof AppError && error.kind === "conflict")) throw error;
  }
}
