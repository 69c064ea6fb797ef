import { z } from "zod";
import { SHOWN, type Shown } from "@/lib/spinners/list";
import { validate } from "@/lib/validate";

const Asked = z.object({ show: z.enum(SHOWN, `must be one of ${SHOWN.join(", ")}`).optional() });

/** Which spinners an address asks for; those in use, if it does not say. Throws 422 `invalid`. */
export function readShown(query: URLSearchParams): Shown {
  return validate(Asked, { show: query.get("show") || undefined }).show ?? "used";
}
