import { type NextRequest, NextResponse } from "next/server";
import { parseHost } from "./lib/tenancy/host";

/*
 * Gives every request its first path segment by its host. Routing only: every page,
 * action and route asks the host again, and that is the wall.
 */

export function middleware(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (pathname === "/api/health" || pathname === "/api/ready") return NextResponse.next();

  const root = process.env.ROOT_DOMAIN || `localhost:${process.env.PORT || 3000}`;
  const surface = parseHost(request.headers.get("host"), root);
  switch (surface.kind) {
    case "apex":
      return NextResponse.rewrite(new URL(`/www${pathname}${search}`, request.url));
    case "operator":
      return NextResponse.rewrite(new URL(`/operator${pathname}${search}`, request.url));
    case "tenant":
      return NextResponse.rewrite(new URL(`/${surface.slug}${pathname}${search}`, request.url));
    // The server in front has answered these already, with words.
    case "unknown":
      return new NextResponse(null, { status: 404 });
    case "foreign":
      return new NextResponse(null, { status: 421 });
    case "malformed":
      return new NextResponse(null, { status: 400 });
  }
}

export const config = { matcher: "/((?!_next/).*)" };
