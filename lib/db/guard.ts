import { log } from "@/lib/log";
import { processWide } from "@/lib/process-wide";
import { Refused } from "./audit-statement";
import { audit, type Verdict } from "./auditor";
import { TENANT_NAMES } from "./tenant-tables";
import type { Send } from "./transaction";

/** The texts in use are as many as the code has queries; the bound is for the unforeseen. */
const REMEMBERED = 2_000;

/** `send`, behind the auditor: a statement that is not held to `tenantId` is logged and refused unsent. */
export function guard(send: Send, tenantId: string): Send {
  return (text, params = []) => {
    try {
      const { tenantParameters } = verdictOn(text);
      if (tenantParameters.some((number) => params[number - 1] !== tenantId))
        throw new Refused("it names another tenant");
    } catch (error) {
      log().error({ err: error, statement: text, tenant: tenantId }, "statement refused by the auditor");
      return Promise.reject(error);
    }
    return send(text, params);
  };
}

function verdictOn(text: string): Verdict {
  const verdicts = processWide("verdicts", () => new Map<string, Verdict>());
  const known = verdicts.get(text);
  if (known) return known;
  const verdict = audit(text, TENANT_NAMES);
  if (verdicts.size >= REMEMBERED) verdicts.clear();
  verdicts.set(text, verdict);
  return verdict;
}
