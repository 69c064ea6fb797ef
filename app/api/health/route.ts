export const dynamic = "force-dynamic";

/** The process is alive; asks nobody. */
export function GET() {
  return Response.json({ status: "ok" });
}
