import { log } from "@/lib/log";
import { sweepOldCopies } from "./forget";

const HOUR_MS = 3_600_000;

/** Removes old copies when their time is over, every hour as long as this process lives: the console's, or a timer's. */
export function sweepEveryHour(): void {
  const sweep = () =>
    sweepOldCopies().catch((error: unknown) => log().error({ err: error }, "old copies were not removed"));
  setInterval(() => void sweep(), HOUR_MS).unref();
}
