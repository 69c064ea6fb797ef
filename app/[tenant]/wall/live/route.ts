import { problemResponse } from "@/lib/http/problem";
import { requestContext } from "@/lib/http/request-context";
import { answerLive, LiveQuery } from "@/lib/live/answer";
import { tenantOfRequest } from "@/lib/tenants/of-request";
import { validate } from "@/lib/validate";
import { openWall } from "@/lib/walls/open";

/** Tells a display that there is something new, until its link is revoked. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { link, ...rest } = Object.fromEntries(new URL(request.url).searchParams);
    const { at } = await openWall(await tenantOfRequest(), link ?? "");
    if (request.method === "HEAD") return new Response(null);
    return await answerLive(at, validate(LiveQuery, rest));
  } catch (error) {
    return problemResponse(error, requestContext().id);
  }
}
