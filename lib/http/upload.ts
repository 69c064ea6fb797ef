import { IncomingMessage, type ServerResponse } from "node:http";

/*
 * Next takes a request's body into memory, and no more than 10 MB of it. What may be larger never reaches it: the page
 * is asked as with a GET, and takes the body, as it comes, from the context of its request.
 */

const UPLOADS = new Set(["/spins/import"]);
const OF_BODIES = new Set(["content-length", "content-type", "transfer-encoding", "expect"]);

export function isUpload({ method, url = "/", headers }: IncomingMessage): boolean {
  const isForm = /^multipart\/form-data\s*;/i.test(headers["content-type"] ?? "");
  return method === "POST" && isForm && UPLOADS.has(url.split("?", 1)[0] ?? "");
}

/** The same request as a GET without a body. */
export function withoutBody(request: IncomingMessage): IncomingMessage {
  const bare = new IncomingMessage(request.socket);
  const headers = Object.entries(request.headers).filter(([name]) => !OF_BODIES.has(name));
  const { url, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(bare, { method: "GET", url, httpVersion, httpVersionMajor, httpVersionMinor, complete: true });
  Object.assign(bare.headers, Object.fromEntries(headers));
  bare.push(null);
  bare.resume();
  return bare;
}

const TIMES = { patienceMs: 30_000, lookEveryMs: 5_000 };

/**
 * Ends connections whose request does not come in: a body within 30 s, an upload for as long as it moves. Once it is
 * answered an upload has 30 s to run out, so that its sender gets to read the answer.
 */
export function holdToTime(
  request: IncomingMessage,
  response: ServerResponse,
  moving: boolean,
  { patienceMs, lookEveryMs } = TIMES,
): void {
  const { "content-length": length = "0", "transfer-encoding": encoding } = request.headers;
  if (length === "0" && encoding === undefined) return;
  const cutOff = () => {
    if (!request.complete) request.socket.destroy();
  };
  const deadline = setTimeout(cutOff, patienceMs).unref();
  let seen = request.socket.bytesRead;
  const look = () => {
    if (request.socket.bytesRead === seen || response.writableEnded) return;
    seen = request.socket.bytesRead;
    deadline.refresh();
  };
  const looking = moving ? setInterval(look, lookEveryMs).unref() : undefined;
  request.once("close", () => {
    clearTimeout(deadline);
    clearInterval(looking);
  });
}
