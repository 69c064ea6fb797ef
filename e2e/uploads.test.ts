import { once } from "node:events";
import { createServer, type RequestListener, type Server, request as send } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/app-error";
import { front } from "@/lib/http/front";
import { requestContext } from "@/lib/http/request-context";
import { holdToTime } from "@/lib/http/upload";
import { withUploadedFile } from "@/lib/http/uploaded-file";
import { ask } from "./fixtures/ask";

/* Uploads on their way around Next: what stands behind the front here only tells what it gets. */

const HOST = "ibm.spinner.test";
const Address = z.object({ port: z.number() });
const settings = { rootDomain: "spinner.test", trustProxy: false, consoleUrl: undefined, isConsole: false };
const TYPE = "multipart/form-data; boundary=xx";
const servers: Server[] = [];
/** What the page behind the front did with the upload. */
let taken: Promise<unknown>;

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer({ requestTimeout: 0 }, listener).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return Address.parse(server.address()).port;
}

beforeEach(async () => {
  process.env.PORT = String(await serve(front(page, settings)));
});

afterAll(() => {
  for (const server of servers) server.close();
});

const page: RequestListener = async ({ method, url, headers }, response) => {
  const { upload } = requestContext();
  const sizes = async () => {
    if (!upload || url?.includes("leave")) return undefined;
    return withUploadedFile(upload, async ({ fileName, chunks }) => {
      let size = 0;
      for await (const chunk of chunks) {
        size += chunk.length;
        if (url?.includes("refuse")) throw new AppError("too_large", "too_large", "too large");
      }
      return { fileName, size };
    });
  };
  taken = sizes();
  const file = await taken.catch((error: AppError) => error.code);
  response.writeHead(url?.includes("redirect") ? 307 : 200, { Location: "/elsewhere" });
  response.end(JSON.stringify({ method, file, type: headers["content-type"], length: headers["content-length"] }));
};

function form(content: Buffer | string, fileName = "a.csv"): Buffer {
  const head = `--xx\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from("\r\n--xx--\r\n")]);
}

const headers = { Origin: `http://${HOST}`, "Content-Type": TYPE };
const post = (path: string, body: Buffer | string, more: Record<string, string> = {}) =>
  ask(HOST, path, { method: "POST", headers: { ...headers, ...more }, body });

describe("an upload", () => {
  test("comes to the page whole, which is asked as with a GET; any other form stays as it is", async () => {
    const large = Buffer.alloc(20_000_000, "x");
    const answer = await post("/spins/import", form(large));
    expect(answer.json).toEqual({ method: "GET", file: { fileName: "a.csv", size: 20_000_000 } });
    expect((await post("/spin", form("x"))).json).toMatchObject({ method: "POST", type: TYPE });
    expect((await post("/spins/import", "a=1", { "Content-Type": "text/plain" })).json).toMatchObject({
      method: "POST",
    });
  });

  test("is not sent again to where a redirect leads", async () => {
    expect((await post("/spins/import?redirect", form("x"))).status).toBe(303);
    expect((await post("/spin?redirect", form("x"))).status).toBe(307);
  });

  test("that nobody takes, or is refused on the way, is answered all the same", async () => {
    const large = Buffer.alloc(5_000_000, "x");
    expect((await post("/spins/import?leave", form(large))).json).toMatchObject({ method: "GET" });
    expect((await post("/spins/import?refuse", form(large))).json).toMatchObject({ file: "too_large" });
  });

  test.each([
    ["without a file", form("", ""), TYPE, "file_missing"],
    ["without any field", Buffer.from("--xx--\r\n"), TYPE, "file_missing"],
    ["that ends in the middle", form("abc").subarray(0, -8), TYPE, "form_malformed"],
    ["without a boundary", form("abc"), "multipart/form-data; charset=utf-8", "form_malformed"],
  ])("%s is refused", async (_, body, type, code) => {
    expect((await post("/spins/import", body, { "Content-Type": type })).json).toMatchObject({ file: code });
  });

  test("from another site goes no further", async () => {
    expect((await post("/spins/import", form("x"), { Origin: "http://vinta.spinner.test" })).status).toBe(403);
  });

  test("whose client leaves half-way ends for whoever takes it", async () => {
    const nothing = Promise.resolve();
    taken = nothing;
    const options = { host: "127.0.0.1", port: process.env.PORT, method: "POST", path: "/spins/import" };
    const client = send({ ...options, headers: { ...headers, Host: HOST, "Content-Length": 1_000_000 } });
    client.on("error", () => {});
    client.write(form("x".repeat(200_000)).subarray(0, 150_000));
    await expect
      .poll(() => taken)
      .not.toBe("nothing yet")
      .catch(() => {});
    await sleep(50);
    client.destroy();
    await expect(taken).rejects.toMatchObject({ code: "form_malformed" });
  });
});

describe("a body", () => {
  const times = { patienceMs: 300, lookEveryMs: 50 };

  async function slowly(moving: boolean, pieces: number): Promise<number> {
    const port = await serve((request, response) => {
      holdToTime(request, response, moving, times);
      request.resume().once("end", () => response.end());
    });
    const client = send({ host: "127.0.0.1", port, method: "POST", headers: { "Transfer-Encoding": "chunked" } });
    const answered = new Promise<number>((resolve) => {
      client.once("error", () => resolve(0)).once("response", ({ statusCode = 0 }) => resolve(statusCode));
    });
    for (let piece = 0; piece < pieces && !client.destroyed; piece++) {
      client.write("x");
      await sleep(100);
    }
    if (pieces > 0) client.end();
    else client.write("x");
    return answered;
  }

  test.each([
    ["has its time, and no more", false, 8, 0],
    ["that comes in time is answered", false, 1, 200],
    ["of an upload has longer, as long as it moves", true, 8, 200],
    ["of an upload that stalls is cut off", true, 0, 0],
  ])("%s", async (_, moving, pieces, status) => {
    expect(await slowly(moving, pieces)).toBe(status);
  });
});
