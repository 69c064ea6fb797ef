import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { rateBudgets } from "@/drizzle/tenant/schema";
import { newTenant } from "@/e2e/fixtures/tenants";
import { AppError, unavailable } from "@/lib/app-error";
import { newId } from "@/lib/new-id";
import { TenantScope } from "@/lib/tenancy/scope";
import type { Rate, Tenant } from "@/lib/tenancy/tenant";
import { Budget } from "./budget";
import { takeLease } from "./lease";
import { Budgets, limitRequests } from "./limit-requests";

const PLENTY: Rate = { perMinute: 60_000, burst: 10_000 };

/** A tenant with a plan of its own, and two of its devices. */
async function someTenant({ key = PLENTY, tenant: all = PLENTY }: { key?: Rate; tenant?: Rate }) {
  const tenant: Tenant = { ...(await newTenant()), plan: { name: "tiny", key, tenant: all } };
  return [device(tenant), device(tenant)] as const;
}

function device(tenant: Tenant): TenantScope {
  return new TenantScope(tenant, { kind: "key", id: newId(), scope: "read" });
}

/** How many of `times` requests get through, all at once. */
async function through(at: TenantScope, times: number, budgets: Budgets): Promise<number> {
  const answers = await Promise.allSettled(Array.from({ length: times }, () => limitRequests(at, budgets)));
  return answers.filter(({ status }) => status === "fulfilled").length;
}

afterEach(() => vi.useRealTimers());

test("a burst gets through, the next is refused with the time to wait, and after it gets through", async () => {
  const [at] = await someTenant({ key: { perMinute: 60, burst: 5 } });
  const budgets = new Budgets();
  expect(await through(at, 5, budgets)).toBe(5);
  await expect(limitRequests(at, budgets)).rejects.toMatchObject({
    status: 429,
    code: "rate_limited",
    retryAfter: 1,
  });
  await sleep(1_050);
  await limitRequests(at, budgets);
  await expect(limitRequests(at, budgets)).rejects.toMatchObject({ status: 429 });
});

test("each key has its own budget, the tenant's is shared, and another tenant's is its own", async () => {
  const budgets = new Budgets();
  const [one, other] = await someTenant({ key: { perMinute: 1, burst: 3 }, tenant: { perMinute: 1, burst: 5 } });
  const [elsewhere] = await someTenant({ key: { perMinute: 1, burst: 3 }, tenant: { perMinute: 1, burst: 5 } });
  expect(await through(one, 10, budgets)).toBe(3);
  expect(await through(other, 10, budgets)).toBe(2);
  expect(await through(elsewhere, 10, budgets)).toBe(3);
});

test("people of a tenant share its budget with its keys", async () => {
  const budgets = new Budgets();
  const [one] = await someTenant({ tenant: { perMinute: 1, burst: 4 } });
  const person = { kind: "person", id: newId(), name: "", email: "", role: "member", sessionId: newId() } as const;
  expect(await through(new TenantScope(one.tenant, person), 3, budgets)).toBe(3);
  expect(await through(one, 3, budgets)).toBe(1);
});

test("a request that its tenant's budget refuses costs its key nothing", async () => {
  const [one] = await someTenant({ key: { perMinute: 1, burst: 6 }, tenant: { perMinute: 1, burst: 2 } });
  const budgets = new Budgets();
  expect(await through(one, 5, budgets)).toBe(2);
  await one.write((db) => db.delete(rateBudgets).where(eq(rateBudgets.subject, "tenant")));
  const richer = { ...one.tenant, plan: { ...one.tenant.plan, tenant: PLENTY } };
  expect(await through(new TenantScope(richer, one.actor), 10, budgets)).toBe(4);
});

test("processes side by side let through what the rate gives in the time and the burst, and no more", async () => {
  const rate = { perMinute: 6_000, burst: 200 };
  const [at] = await someTenant({ key: rate });
  const started = performance.now();
  const counts = await Promise.all(
    [new Budgets(), new Budgets()].map(async (budgets) => {
      let count = 0;
      while (performance.now() - started < 2_500) {
        count += await through(at, 7, budgets);
        await sleep(5);
      }
      return count;
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  const sum = counts.reduce((all, count) => all + count, 0);
  expect(sum).toBeLessThanOrEqual(rate.burst + (rate.perMinute / 60) * seconds);
  expect(sum).toBeGreaterThan(rate.burst + rate.perMinute / 60);
});

test("what a process has leased and not used goes back with its next lease", async () => {
  const [at] = await someTenant({});
  const rate = { perMinute: 60, burst: 10 };
  expect(await takeLease(at, "x", rate, { want: 8, back: 0 })).toMatchObject({ granted: 8 });
  expect(await takeLease(at, "x", rate, { want: 8, back: 5 })).toMatchObject({ granted: 7 });
  expect(await takeLease(at, "x", rate, { want: 1, back: -2 })).toMatchObject({ granted: 0 });
  expect((await takeLease(at, "x", rate, { want: 1, back: 0 })).waitS).toBeGreaterThan(2);
  // A plan with a smaller burst is not held to what the larger one has booked.
  expect((await takeLease(at, "x", { perMinute: 60, burst: 1 }, { want: 1, back: 0 })).waitS).toBeLessThanOrEqual(6);
});

test("leases grow with what is used, so that few requests ask, and are never for more than a second", async () => {
  const budget = new Budget({ perMinute: 600, burst: 100 });
  const wants: number[] = [];
  const ask = ({ want }: { want: number }) => {
    wants.push(want);
    return Promise.resolve({ granted: want, waitS: 0 });
  };
  for (let count = 0; count < 45; count++) await budget.take(ask);
  expect(wants).toEqual([1, 2, 4, 8, 10, 10, 10]);
});

test("a refusal is remembered until its time, and a lease for ten seconds", async () => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
  const budget = new Budget({ perMinute: 600, burst: 100 });
  const leases = [
    { granted: 2, waitS: 0 },
    { granted: 0, waitS: 2.5 },
    { granted: 5, waitS: 0 },
  ];
  const asked: unknown[] = [];
  const ask = (wanted: unknown) => {
    asked.push(wanted);
    return Promise.resolve(leases.shift() ?? { granted: 1, waitS: 0 });
  };
  for (let count = 0; count < 2; count++) await budget.take(ask);
  await expect(budget.take(ask)).rejects.toMatchObject({ retryAfter: 3 });
  vi.advanceTimersByTime(2_100);
  await expect(budget.take(ask)).rejects.toMatchObject({ retryAfter: 1 });
  expect(asked).toHaveLength(2);
  vi.advanceTimersByTime(1_000);
  await budget.take(ask);
  vi.advanceTimersByTime(11_000);
  await budget.take(ask);
  expect(asked.at(-1)).toEqual({ want: 2, back: 4 });
});

test("where the database does not answer, or not in time, requests go on and are paid for later", async () => {
  const budget = new Budget({ perMinute: 600, burst: 100 });
  await budget.take(() => Promise.reject(unavailable()));
  await budget.take(() => sleep(400, { granted: 1, waitS: 0 }));
  await sleep(200);
  const asked: unknown[] = [];
  await budget.take(async (wanted) => {
    asked.push(wanted);
    return { granted: 1, waitS: 0 };
  });
  expect(asked).toEqual([{ want: 2, back: 0 }]);
  const broken = new AppError("failed", "failed", "");
  await expect(new Budget(PLENTY).take(() => Promise.reject(broken))).rejects.toBe(broken);
});
