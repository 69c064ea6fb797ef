import { AppError, notFound } from "@/lib/app-error";
import { problemResponse } from "@/lib/http/problem";
import { requestContext } from "@/lib/http/request-context";
import { answerOnce } from "@/lib/idempotency/answer-once";
import { readIdempotencyKey } from "@/lib/idempotency/key";
import { limitRequests } from "@/lib/rate-limits/limit-requests";
import type { TenantScope } from "@/lib/tenancy/scope";
import { tenantOfHost } from "@/lib/tenants/of-request";
import { authorise } from "./authorise";
import { readBody } from "./body";
import { openApi } from "./openapi";
import type { Operation } from "./operation";
import { OPERATIONS } from "./operations";

/** Answers one call: tenant by host, operation by path, actor by key or cookie, its rate, then the verb. Never throws. */
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
  const { operation, id } = choose(path, method);
  const at = await authorise(request, tenant);
  await limitRequests(at);
  const query = new URL(request.url).searchParams;
  if (operation.body) return answerBody(at, { operation, path, query, id }, request);
  const answer = await operation.call(at, { query, body: undefined, id });
  if (operation.status === 204) return new Response(null, { status: 204 });
  if (!(answer instanceof Response)) return Response.json(answer, { status: operation.status });
  return request.method === "HEAD" ? withoutBody(answer) : answer;
}

interface Called {
  operation: Operation;
  path: string;
  query: URLSearchParams;
  id: string;
}

/** A call that changes something: with an Idempotency-Key it does so once, and answers as it did at first. */
async function answerBody(
  at: TenantScope,
  { operation, path, query, id }: Called,
  request: Request,
): Promise<Response> {
  const { method, status } = operation;
  const key = readIdempotencyKey(request.headers);
  const body = await readBody(request, operation.lines);
  const call = () => operation.call(at, { query, body, id });
  if (key === undefined) return Response.json(await call(), { status });
  const { text, replayed } = await answerOnce(at, { key, request: [method, path, body] }, call);
  const headers = { "Content-Type": "application/json", ...(replayed && { "Idempotent-Replayed": "true" }) };
  return new Response(text, { status, headers });
}

/** The operation of a path, and what stands there for the `{id}` of its own. */
function choose(path: string, method: string): { operation: Operation; id: string } {
  const exact = OPERATIONS.filter((operation) => operation.path === path);
  const here = exact.length > 0 ? exact : OPERATIONS.filter((operation) => operation.path === withBraces(path));
  if (here.length === 0) throw notFound();
  const operation = here.find((each) => each.method === method);
  if (!operation) throw methodNotAllowed(here.map((each) => each.method));
  return { operation, id: path.slice(path.lastIndexOf("/") + 1) };
}

function withBraces(path: string): string {
  return path.replace(/[^/]+$/, "{id}");
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
