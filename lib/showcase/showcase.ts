import { settings } from "@/lib/env";
import { averages } from "@/lib/figures/averages";
import { addDays, today } from "@/lib/figures/date-range";
import { leaderboard } from "@/lib/figures/leaderboard";
import type { Averages, Standing } from "@/lib/figures/types";
import { log } from "@/lib/log";
import { TenantScope } from "@/lib/tenancy/scope";
import { findTenant } from "@/lib/tenants/find";

/** What the apex shows of the one tenant that the operator put on show. */
export interface Showcase {
  slug: string;
  name: string;
  /** Of the last 30 days. */
  averages: Averages;
  spinners: Standing[];
  /** How to sign in there, where that is for everybody to know. */
  signIn: { email: string; password: string } | undefined;
}

/** Reads the figures of the tenant that `SHOWCASE` names: spinners, nobody's name. Undefined without one, or just now. */
export async function showcase(): Promise<Showcase | undefined> {
  const { showcase: shown } = settings();
  if (!shown) return undefined;
  try {
    const tenant = await findTenant(shown.slug);
    if (tenant?.status !== "active") return undefined;
    const at = new TenantScope(tenant, { kind: "display", id: "showcase" });
    const to = today(tenant.timeZone);
    const range = { from: addDays(to, -29), to };
    const [sums, spinners] = await at.read(() =>
      Promise.all([averages(at, range), leaderboard(at, "spinners", range, 8)]),
    );
    return { slug: tenant.slug, name: tenant.name, averages: sums, spinners, signIn: shown.signIn };
  } catch (error) {
    log().warn({ err: error }, "the tenant on show could not be read");
    return undefined;
  }
}
