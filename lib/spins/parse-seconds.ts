import { AppError } from "@/lib/app-error";
import { LONGEST_MS } from "./input";

/** Seconds as a person types them (`93.5`, `93,5`, `1:33.5`) in whole milliseconds. Throws 422 `duration_unclear`. */
export function parseSeconds(text: string): number {
  const match = /^(?:(\d{1,4}):(?=[0-5]?\d(?:[.,]|$)))?(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  const [, minutes = "0", seconds = "", fraction = ""] = match ?? [];
  const ms = Number(minutes) * 60_000 + Number(seconds) * 1_000 + Number(fraction.padEnd(3, "0"));
  if (match && ms >= 1 && ms <= LONGEST_MS) return ms;
  const message = "must be seconds from 0.001 to 86400, as 93.5";
  throw new AppError("invalid", "duration_unclear", "How long it spun is not clear.", {
    faults: [{ path: "seconds", code: "invalid", message }],
  });
}
