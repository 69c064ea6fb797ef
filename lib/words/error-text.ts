import type { AppError, Fault } from "@/lib/app-error";
import type { ErrorValues } from "./en/errors";
import { words } from "./words";

type Told = Pick<AppError, "code" | "detail"> & Partial<Pick<AppError, "faults" | "retryAfter">>;
type Known<T> = Readonly<Record<string, T>>;

/** What a page says of an error, in the language of whoever reads it; where that has no words, what the API says. */
export function errorText({ code, detail, faults, retryAfter = 0 }: Told): string {
  const known: Known<string | ((values: ErrorValues) => string)> = words().errors;
  const text = of(known, code);
  if (typeof text !== "function") return text ?? detail;
  return text({ minutes: Math.ceil(retryAfter / 60), line: lineOf(faults) });
}

/** What a page says of a field at fault, such as `must be a day`. */
export function faultText({ path, code, message }: Fault): string {
  const { faults, invalid }: { faults: Known<string>; invalid: Known<string> } = words();
  return of(faults, code) ?? (code === "invalid" ? of(invalid, fieldOf(path)) : undefined) ?? message;
}

function of<T>(known: Known<T>, name: string): T | undefined {
  return Object.hasOwn(known, name) ? known[name] : undefined;
}

/** `lines[3].duration_ms` is about `duration_ms`. */
function fieldOf(path: string): string {
  return path.split(".").at(-1) ?? path;
}

function lineOf(faults: readonly Fault[] = []): string {
  return /^lines\[(\d+)\]/.exec(faults[0]?.path ?? "")?.[1] ?? "";
}
