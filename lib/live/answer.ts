import { z } from "zod";
import { requestContext } from "@/lib/http/request-context";
import type { TenantScope } from "@/lib/tenancy/scope";
import { hub } from "./hub";

export const LiveQuery = z.strictObject({
  since: z.coerce
    .number("must be a Unix time in milliseconds")
    .int("must be a Unix time in milliseconds")
    .min(0, "must be a Unix time in milliseconds")
    .optional()
    .describe("When you last looked, as Unix time in milliseconds: if something may have changed since, you are told."),
});

/**
 * New spins as they come, as server-sent events (WHATWG HTML, 9.2), until the client leaves or may not be here any
 * more. Throws 403, 429 `too_many_streams`, 503.
 */
export async function answerLive(at: TenantScope, { since }: z.output<typeof LiveQuery>): Promise<Response> {
  at.must("figures:read");
  const { hangUp = () => {} } = requestContext();
  return new Response(hub().open(at, since, hangUp), {
    // Proxies that know these hold nothing back; nor does the compression of our own answers.
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
