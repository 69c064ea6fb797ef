import type { TenantScope } from "@/lib/tenancy/scope";
import type { Rate } from "@/lib/tenancy/tenant";
import { Budget } from "./budget";
import { takeLease } from "./lease";

const REMEMBERED = 10_000;

/** The budgets that one process knows of; who was first goes first, and is asked for again when needed. */
export class Budgets {
  readonly #known = new Map<string, Budget>();

  of(tenantId: string, subject: string, rate: Rate): Budget {
    const name = `${tenantId} ${subject} ${rate.perMinute}/${rate.burst}`;
    const budget = this.#known.get(name) ?? new Budget(rate);
    this.#known.set(name, budget);
    const [first] = this.#known.keys();
    if (this.#known.size > REMEMBERED && first !== undefined) this.#known.delete(first);
    return budget;
  }
}

const OF_THIS_PROCESS = new Budgets();

/**
 * Counts one request against the rate of its key and of its whole tenant, as the tenant's plan has them.
 * Throws 429 `rate_limited` with the seconds to wait.
 */
export async function limitRequests(at: TenantScope, budgets = OF_THIS_PROCESS): Promise<void> {
  const { actor, tenant } = at;
  const take = async (subject: string, rate: Rate): Promise<Budget> => {
    const budget = budgets.of(tenant.id, subject, rate);
    await budget.take((wanted) => takeLease(at, subject, rate, wanted));
    return budget;
  };
  // The key first: what it may not do costs the others nothing.
  const ofKey = actor.kind === "key" ? await take(`key:${actor.id}`, tenant.plan.key) : undefined;
  try {
    await take("tenant", tenant.plan.tenant);
  } catch (error) {
    ofKey?.giveBack();
    throw error;
  }
}
