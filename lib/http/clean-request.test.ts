import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { cleanRequest } from "./clean-request";

function asked(headers: Record<string, string>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { headers: { host: "ibm.localhost:3000", ...headers } });
}

const FORWARDED = {
  "x-forwarded-host": "vinta.localhost:3000",
  "x-forwarded-for": "10.1.1.1",
  "x-forwarded-proto": "https",
};

test("without a trusted proxy, what is said to be forwarded counts for nothing", () => {
  const request = asked({ ...FORWARDED, "x-real-ip": "10.1.1.1", "x-tenant-id": "x", "x-middleware-subrequest": "x" });
  const { address, secure } = cleanRequest(request, { trustProxy: false }, "relay");
  expect(request.headers).toEqual({ host: "ibm.localhost:3000", "x-spinner-relay": "relay" });
  expect([address, secure]).toEqual(["unknown", false]);
});

test("a trusted proxy says which host, from where, and whether it is encrypted", () => {
  const request = asked(FORWARDED);
  expect(cleanRequest(request, { trustProxy: true }, "relay")).toEqual({ address: "10.1.1.1", secure: true });
  expect(request.headers.host).toBe("vinta.localhost:3000");
  expect(cleanRequest(asked({ "x-forwarded-proto": "http" }), { trustProxy: true }, "relay").secure).toBe(false);
});

test("what Next asks itself after a redirect stays on the tenant's host; a guess at that does not", () => {
  const relayed = asked({ ...FORWARDED, host: "localhost:3000", "x-spinner-relay": "relay" });
  cleanRequest(relayed, { trustProxy: false }, "relay");
  expect(relayed.headers.host).toBe("vinta.localhost:3000");
  const guessed = asked({ ...FORWARDED, host: "localhost:3000", "x-spinner-relay": "guess" });
  cleanRequest(guessed, { trustProxy: false }, "relay");
  expect(guessed.headers.host).toBe("localhost:3000");
});

test("what a browser needs Next to hear is left alone", () => {
  const request = asked({ "next-action": "x", rsc: "1", cookie: "a=b", origin: "http://ibm.localhost:3000" });
  cleanRequest(request, { trustProxy: false }, "relay");
  expect(request.headers).toMatchObject({ "next-action": "x", rsc: "1", cookie: "a=b" });
});
