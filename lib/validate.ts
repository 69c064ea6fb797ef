import type { z } from "zod";
import { AppError, type Fault } from "./app-error";

/** What `schema` makes of `input`. Throws 422 `invalid` with a fault for each field, `unknown_field` among them. */
export function validate<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap(faultsOf);
  const unknown = faults.length > 0 && faults.every((fault) => fault.code === "unknown_field");
  throw new AppError("invalid", unknown ? "unknown_field" : "invalid", "Some fields are not valid.", { faults });
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => fault([...issue.path, key], "unknown_field", "is not a field here"));
  }
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  return [missing ? fault(issue.path, "required", "is required") : fault(issue.path, "invalid", issue.message)];
}

function fault(path: PropertyKey[], code: string, message: string): Fault {
  return { path: formatPath(path), code, message };
}

/** `spins[3].duration_ms` */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
}
