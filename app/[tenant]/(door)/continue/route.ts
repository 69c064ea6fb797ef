import { cookies } from "next/headers";
import { acceptSession } from "@/lib/auth/hand-over";
import { ownPath } from "@/lib/http/answer-form";
import { problemResponse } from "@/lib/http/problem";
import { requestContext } from "@/lib/http/request-context";
import { tenantOfRequest } from "@/lib/tenants/of-request";

/** Takes up, under a tenant's new address, the session that a person had under the old one. */
export async function GET(request: Request): Promise<Response> {
  try {
    const query = new URL(request.url).searchParams;
    const { name, value, options } = await acceptSession(await tenantOfRequest(), query.get("ticket") ?? "");
    (await cookies()).set(name, value, options);
    return new Response(null, { status: 303, headers: { Location: ownPath(query.get("to") ?? "/") } });
  } catch (error) {
    return problemResponse(error, requestContext().id);
  }
}
