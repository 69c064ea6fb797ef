import { eq } from "drizzle-orm";
import { spins } from "@/drizzle/tenant/schema";
import { asSpin, oldestSpins } from "@/lib/spins/in-order";
import { conditionsOf } from "@/lib/spins/list";
import { listOldest } from "@/lib/spins/list-oldest";
import type { Spin } from "@/lib/spins/types";
import type { TenantScope } from "@/lib/tenancy/scope";
import { ALL_TIME } from "./date-range";
import type { OneSubject } from "./rolled";
import { type Streak, streaksOf } from "./streaks";
import { trend } from "./trend";
import type { TrendDay } from "./types";

/** What one spinner or person has come to over all time; null: nothing was spun yet. */
export interface Records {
  /** Of several as long, the one that came first. */
  longest: Spin | null;
  first: Spin | null;
  streak: Streak;
}

/** The records of a spinner or person: days from rollups, and of spins those of one day at most. */
export async function recordsOf(at: TenantScope, subject: OneSubject): Promise<Records> {
  at.must("figures:read");
  const own = { ...ALL_TIME, [subject.kind]: subject.id };
  return at.read(async () => {
    const [days, first] = await Promise.all([trend(at, ALL_TIME, subject), listOldest(at, own, { limit: 1 })]);
    const longest = await longestOf(at, subject, days);
    return { longest, first: first.items[0] ?? null, streak: streaksOf(days).longest };
  });
}

async function longestOf(at: TenantScope, subject: OneSubject, days: readonly TrendDay[]): Promise<Spin | null> {
  const longestMs = Math.max(...days.map((day) => day.longestMs ?? 0));
  const day = days.find((each) => each.longestMs === longestMs)?.day;
  if (day === undefined) return null;
  const [spin] = await at.read(async (db) => {
    const conditions = await conditionsOf(at, { from: day, to: day, [subject.kind]: subject.id });
    return oldestSpins(db, [...conditions, eq(spins.durationMs, longestMs)], 1);
  });
  return spin ? asSpin(spin) : null;
}
