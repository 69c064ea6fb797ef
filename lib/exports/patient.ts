import { AppError } from "@/lib/app-error";

/** PostgreSQL ends a transaction in which nothing is asked for 10 s. */
const SIGN_EVERY_MS = 5_000;
const PATIENCE_MS = 20_000;

/**
 * Waits until a piece has been taken, and gives the database a sign of life meanwhile. Throws `reader_stalled` after
 * 20 s: a snapshot is not held for somebody who does not read.
 */
export async function patiently(taken: Promise<void>, signOfLife: () => Promise<unknown>): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += SIGN_EVERY_MS) {
    if (await settles(taken, SIGN_EVERY_MS)) return;
    await signOfLife();
  }
  taken.catch(() => {});
  throw new AppError("failed", "reader_stalled", "The export was not read.");
}

/** Whether it does so in time. Throws what it rejects with. */
async function settles(promise: Promise<void>, withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((wake) => {
    timer = setTimeout(wake, withinMs, false);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
