import { AppError } from "@/lib/app-error";
import type { Rate } from "@/lib/tenancy/tenant";
import type { Lease, Wanted } from "./lease";

/** What a lease has left after this goes back with the next. */
const LEASE_MS = 10_000;
/** A limit is no reason to hold a request up for longer: it goes on, and is paid for with the next lease. */
const PATIENCE_MS = 250;

type Ask = (wanted: Wanted) => Promise<Lease>;

/** What one process knows of one subject's budget: requests that it has leased and may let through without asking. */
export class Budget {
  #left = 0;
  #until = 0;
  #refusedUntil = 0;
  /** Let through since the last lease: the next one is for about twice as many. */
  #spent = 0;
  #waiting = 0;
  #asking: Promise<boolean> | undefined;

  constructor(private readonly rate: Rate) {}

  /** Lets one request through, if need be after asking for a lease. Throws 429 `rate_limited`. */
  async take(ask: Ask): Promise<void> {
    for (;;) {
      const now = performance.now();
      if (this.#left >= 1 && now < this.#until) break;
      if (now < this.#refusedUntil) throw rateLimited(this.#refusedUntil - now);
      this.#waiting++;
      this.#asking ??= this.#renew(ask);
      const answered = await within(PATIENCE_MS, this.#asking).finally(() => this.#waiting--);
      if (!answered) break;
    }
    this.#left--;
    this.#spent++;
  }

  /** Takes back one that was let through and then refused elsewhere. */
  giveBack(): void {
    this.#left++;
    this.#spent--;
  }

  /** Whether the database said anything. Where it cannot be reached, the request will hear so itself. */
  async #renew(ask: Ask): Promise<boolean> {
    const back = this.#left;
    const atOnce = Math.max(1, this.#waiting);
    const want = Math.max(atOnce, Math.min(2 * this.#spent, Math.round(this.rate.perMinute / 60)));
    this.#left = 0;
    this.#spent = 0;
    try {
      const { granted, waitS } = await ask({ want, back });
      this.#left += granted;
      this.#until = performance.now() + LEASE_MS;
      if (granted === 0) this.#refusedUntil = performance.now() + 1_000 * Math.max(1, Math.ceil(waitS));
      return true;
    } catch (error) {
      // Nobody knows whether it was booked: what was left is lost, what is owed is still owed.
      this.#left += Math.min(back, 0);
      if (error instanceof AppError && error.kind === "unavailable") return false;
      throw error;
    } finally {
      this.#asking = undefined;
    }
  }
}

/** What `promise` says, or false if it says nothing in time. */
async function within(ms: number, promise: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function rateLimited(waitMs: number): AppError {
  const retryAfter = Math.max(1, Math.ceil(waitMs / 1_000));
  return new AppError("throttled", "rate_limited", "Too many requests. Please wait as long as Retry-After says.", {
    retryAfter,
  });
}
