import type { Documented } from "@/lib/api/openapi";

/** One call of the document. */
export interface Call {
  method: string;
  path: string;
  call: Documented;
}

/** Where its section is on the page. */
export function anchorOf({ method, path }: Pick<Call, "method" | "path">): string {
  return `${method}${path}`
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/-$/, "");
}
