import { AppError, notFound } from "@/lib/app-error";
import { problemResponse } from "@/lib/http/problem";
import { requestContext } from "@/lib/http/request-context";
import { tenantOfHost } from "@/lib/tenants/of-request";
import { authorise } from "./authorise";
import { readJson } from "./body";
import { openApi } from "./openapi";
import type { Operation } from "./operation";
import { OPERATIONS } from "./operations";

/** Answers one call: tenant by host, operation by path, actor by key or cookie, then the verb. Never throws. */
export async function handleApi(request: Request, segments: string[]): Promise<Response> {
  try {
    return await route(request, `/${segments.join("/")}`);
  } catch (error) {
    return problemResponse(error, requestContext().id);
  }
}

async function route(request: Request, path: string): Promise<Response> {
  const host = request.headers.get("host");
  const tenant = await tenantOfHost(host);
  const method = request.method === "HEAD" ? "GET" : request.method;
  if (path === "/openapi.json") {
    if (method !== "GET") throw methodNotAllowed(["GET"]);
    return Response.json(openApi(OPERATIONS, `${requestContext().secure ? "https" : "http"}://${host}`));
  }
  const operation = choose(path, method);
  const at = await authorise(request, tenant);
  const body = operation.body && (await readJson(request));
  const answer = await operation.call(at, new URL(request.url).searchParams, body);
  if (!(answer instanceof Response)) return Response.json(answer, { status: operation.status });
  return request.method === "HEAD" ? withoutBody(answer) : answer;
}

function choose(path: string, method: string): Operation {
  const here = OPERATIONS.filter((operation) => operation.path === path);
  if (here.length === 0) throw notFound();
  const operation = here.find((each) => each.method === method);
  if (!operation) throw methodNotAllowed(here.map((each) => each.method));
  return operation;
}

/** A body that nobody will read is given up at once. */
function withoutBody({ body, headers, status }: Response): Response {
  body?.cancel().catch(() => {});
  return new Response(null, { headers, status });
}

function methodNotAllowed(methods: string[]): AppError {
  const allow = methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  return new AppError("method_not_allowed", "method_not_allowed", "This address does not take that method.", { allow });
}
