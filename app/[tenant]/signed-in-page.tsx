import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { ErrorPage } from "@/app/_ui/error-page";
import { notFound } from "@/lib/app-error";
import { takingSession } from "@/lib/auth/hand-over";
import { signedIn } from "@/lib/auth/signed-in";
import { pageOfError } from "@/lib/http/page-of-error";
import { pageQuery, type SearchParams } from "@/lib/http/page-query";
import { may } from "@/lib/tenancy/actor";
import type { TenantScope } from "@/lib/tenancy/scope";
import { tenantOfRequest } from "@/lib/tenants/of-request";
import { TenantShell } from "./tenant-shell";

interface Props {
  params: Promise<{ tenant: string; id?: string }>;
  searchParams: Promise<SearchParams>;
}

interface Asked {
  /** The `[id]` of the path, if it has one. */
  id: string;
  query: URLSearchParams;
}

/**
 * A page for the people of a tenant, at `path`. The host says which tenant, the cookie who, and the path must agree:
 * only then does `render` run. What it throws becomes a page with the right status.
 */
export function signedInPage(path: string, render: (at: TenantScope, asked: Asked) => Promise<ReactNode>) {
  return async ({ params, searchParams }: Props): Promise<ReactNode> => {
    const { tenant, id = "" } = await params;
    const query = pageQuery(await searchParams);
    try {
      const at = await authorised(tenant, path.replace("[id]", id), query);
      return inShell(at, path, await render(at, { id, query }));
    } catch (raised) {
      return <ErrorPage error={pageOfError(await takingSession(raised))} />;
    }
  };
}

async function authorised(routed: string, path: string, query: URLSearchParams): Promise<TenantScope> {
  const tenant = await tenantOfRequest();
  if (routed !== tenant.slug) throw notFound();
  const at = await signedIn(tenant);
  if (at) return at;
  const back = query.size > 0 ? `${path}?${query}` : path;
  redirect(back === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(back)}`);
}

function inShell({ tenant, actor }: TenantScope, path: string, content: ReactNode) {
  return (
    <TenantShell
      tenantName={tenant.name}
      personName={actor.kind === "person" ? actor.name : ""}
      settings={may(actor, "keys:write")}
      current={path.replace("/[id]", "")}
    >
      {content}
    </TenantShell>
  );
}
