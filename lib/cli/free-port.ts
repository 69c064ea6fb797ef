import { createServer } from "node:net";

/** `wanted`, if nobody listens there, else any free port of the loopback. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer();
    probe.once("error", () => (wanted === 0 ? fail(new Error("no free port")) : freePort(0).then(found, fail)));
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address ? address.port : wanted));
    });
  });
}
