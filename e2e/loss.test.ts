import { expect, test, vi } from "vitest";
import { checkLoss } from "./loss/check-loss";

vi.setConfig({ testTimeout: 240_000 });

test("twenty seconds of kills of PostgreSQL and of the web process loses and doubles nothing", async () => {
  const report = await checkLoss({ seconds: 20, kills: 4 });
  console.log(
    `${JSON.stringify(report.kills)}, ${report.acknowledged} acknowledged, ${JSON.stringify(report.statuses)}`,
  );
  expect(report).toMatchObject({ lost: [], strange: [], rollupFaults: [], rude: 0 });
  expect(report.kills).toMatchObject({ webAlong: 0 });
  expect(Object.keys(report.statuses).filter((status) => !["0", "200", "503"].includes(status))).toEqual([]);
  expect(report.longestMs).toBeLessThan(30_000);
});

test("with acknowledgements before the disk has it, the loss is found", async () => {
  const report = await checkLoss({ sabotage: true, kills: 1, spins: 600, victims: ["postgres"] });
  expect(report.lost.length).toBeGreaterThan(0);
});
