import { checkReady } from "@/lib/db/ready";
import { problemResponse } from "@/lib/http/problem";
import { requestContext } from "@/lib/http/request-context";

export const dynamic = "force-dynamic";

/** The database is reachable and as new as this code, else 503. */
export async function GET() {
  try {
    await checkReady();
    return Response.json({ status: "ready" });
  } catch (error) {
    return problemResponse(error, requestContext().id);
  }
}
