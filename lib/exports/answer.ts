import { z } from "zod";
import { RANGE, rangeOf } from "@/lib/api/query";
import { today } from "@/lib/figures/date-range";
import type { TenantScope } from "@/lib/tenancy/scope";
import { exportSpins } from "./export";
import { FORMATS } from "./format";

/** What an export can be asked for. */
export const ExportQuery = z.strictObject({
  format: z.enum(["csv", "ndjson"], "must be csv or ndjson").default("csv").describe("csv (if left out) or ndjson."),
  ...RANGE,
  spinner: z.string().max(200).optional().describe("A spinner's id or name."),
  person: z.string().max(254).optional().describe("A person's id or e-mail address."),
});

/** The file that was asked for, as an answer that a browser saves. Throws what `exportSpins` throws. */
export async function answerExport(at: TenantScope, query: z.output<typeof ExportQuery>): Promise<Response> {
  const { format, spinner, person } = query;
  const { slug, timeZone } = at.tenant;
  const body = await exportSpins(at, { ...rangeOf(query), spinner, person }, format);
  return new Response(body, {
    headers: {
      "Content-Type": `${FORMATS[format].type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${slug}-spins-${today(timeZone)}.${format}"`,
    },
  });
}
