import { expect, test } from "vitest";
import { advise, SENSITIVITIES, SKILLS } from "./advise";

test.each([
  [{ customers: 50, team: 3, skills: "application", sensitivity: "ordinary" }, "shared", undefined],
  [{ customers: 50, team: 3, skills: "application", sensitivity: "personal" }, "shared", "schema"],
  [{ customers: 300, team: 8, skills: "database", sensitivity: "personal" }, "schema", undefined],
  [{ customers: 300, team: 40, skills: "operations", sensitivity: "personal" }, "schema", "database"],
  [{ customers: 50_000, team: 8, skills: "database", sensitivity: "ordinary" }, "shared", undefined],
  [{ customers: 50_000, team: 80, skills: "operations", sensitivity: "personal" }, "shared", "database"],
  [{ customers: 12, team: 2, skills: "application", sensitivity: "regulated" }, "database", undefined],
  [{ customers: 150, team: 30, skills: "operations", sensitivity: "regulated" }, "database", undefined],
  [{ customers: 150, team: 5, skills: "database", sensitivity: "regulated" }, "schema", "database"],
  [{ customers: 9_000, team: 90, skills: "operations", sensitivity: "regulated" }, "shared", "database"],
] as const)("%j: %s, exceptions %s", (situation, placement, exceptions) => {
  expect(advise(situation)).toMatchObject({ placement, exceptions });
});

test("every situation gets reasons, and an exception is never the rule", () => {
  for (const customers of [1, 200, 201, 2_000, 2_001, 1_000_000]) {
    for (const team of [1, 9, 10, 1_000]) {
      for (const skills of SKILLS) {
        for (const sensitivity of SENSITIVITIES) {
          const { placement, exceptions, reasons } = advise({ customers, team, skills, sensitivity });
          expect(reasons.length).toBeGreaterThan(1);
          expect(exceptions).not.toBe(placement);
        }
      }
    }
  }
});

test.each([
  { customers: 0, team: 3, skills: "application", sensitivity: "ordinary" },
  { customers: 5, team: 0.5, skills: "application", sensitivity: "ordinary" },
] as const)("%j is no situation", (situation) => {
  expect(() => advise(situation)).toThrow("invalid");
});
