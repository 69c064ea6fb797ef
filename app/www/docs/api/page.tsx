import type { Metadata } from "next";
import { openApi } from "@/lib/api/openapi";
import { OPERATIONS } from "@/lib/api/operations";
import { settings } from "@/lib/env";
import { apexUrl, tenantUrl } from "@/lib/http/public-url";
import { words } from "@/lib/words/words";
import { ApexPage } from "../../_parts/apex-page";
import { Begin } from "./begin";
import { CallSection } from "./call-section";
import { Contents } from "./contents";
import { Errors } from "./errors";

export function generateMetadata(): Metadata {
  const { apiDocs } = words();
  return { description: apiDocs.lead, robots: { index: true }, alternates: { canonical: apexUrl("/docs/api") } };
}

/** The OpenAPI document, to be read by people. */
export default function ApiPage() {
  const { apiDocs } = words();
  const host = tenantUrl(settings().showcase?.slug ?? "your-workspace", "");
  const document = openApi(OPERATIONS, host);
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => ({ method: method.toUpperCase(), path, call })),
  );
  return (
    <ApexPage title={apiDocs.title} current="/docs/api">
      <div className="grid gap-3">
        <h1 className="text-hero font-semibold tracking-tight">{apiDocs.title}</h1>
        <p className="max-w-prose text-lg text-soft">{apiDocs.lead}</p>
      </div>
      <div className="docs">
        <Contents calls={calls} />
        <div className="grid min-w-0 gap-12">
          <Begin server={document.servers[0]?.url ?? host} />
          {calls.map((each) => (
            <CallSection key={`${each.method} ${each.path}`} {...each} />
          ))}
          <Errors />
        </div>
      </div>
    </ApexPage>
  );
}
