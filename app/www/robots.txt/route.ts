/** Robots are welcome on the apex; tenants' pages say themselves that they are not. */
export function GET(): Response {
  return new Response("User-agent: *\nAllow: /\n", { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
