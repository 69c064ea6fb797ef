import { readQuery } from "@/lib/api/query";
import { notFound } from "@/lib/app-error";
import { signedIn } from "@/lib/auth/signed-in";
import { answerExport, ExportQuery } from "@/lib/exports/answer";
import { pageResponse } from "@/lib/http/page-response";
import { tenantOfRequest } from "@/lib/tenants/of-request";

/** The spins that the page of spins shows, as a file. */
export async function GET(request: Request, { params }: { params: Promise<{ tenant: string }> }): Promise<Response> {
  try {
    const tenant = await tenantOfRequest();
    if ((await params).tenant !== tenant.slug) throw notFound();
    const at = await signedIn(tenant);
    if (!at) return new Response(null, { status: 303, headers: { Location: "/sign-in?callbackUrl=%2Fspins" } });
    const given = [...new URL(request.url).searchParams].filter(([, value]) => value !== "");
    return await answerExport(at, readQuery(ExportQuery, new URLSearchParams(given)));
  } catch (error) {
    return pageResponse(error);
  }
}
