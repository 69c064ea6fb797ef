import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { angleAfter, FASTEST, flickOf, secondsToRest, speedAfter, turnBetween } from "./motion";

const speeds = fc.double({ min: -FASTEST, max: FASTEST, noNaN: true });

describe("a spinner that was flicked", () => {
  it("slows down, turns on, and stands at its time", () =>
    fc.assert(
      fc.property(speeds, fc.double({ min: 0, max: 1, noNaN: true }), (speed, share) => {
        const rest = secondsToRest(speed);
        const [earlier, later] = [rest * share * 0.9, rest * share];
        expect(Math.abs(speedAfter(speed, later))).toBeLessThanOrEqual(Math.abs(speedAfter(speed, earlier)) + 1e-9);
        expect(Math.abs(angleAfter(speed, later))).toBeGreaterThanOrEqual(Math.abs(angleAfter(speed, earlier)) - 1e-9);
        expect(speedAfter(speed, rest + 0.001)).toBe(0);
        expect(angleAfter(speed, rest + 100)).toBeCloseTo(angleAfter(speed, rest), 6);
      }),
    ));

  it("runs as if in one, wherever it is cut", () =>
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: FASTEST, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (speed, share) => {
          const first = secondsToRest(speed) * share;
          expect(first + secondsToRest(speedAfter(speed, first))).toBeCloseTo(secondsToRest(speed), 6);
          expect(angleAfter(speed, first) + angleAfter(speedAfter(speed, first), 10)).toBeCloseTo(
            angleAfter(speed, first + 10),
            6,
          );
        },
      ),
    ));

  it("turns for about as long as a real one: a minute or so, not an hour", () => {
    expect(secondsToRest(25)).toBeGreaterThan(30);
    expect(secondsToRest(FASTEST)).toBeLessThan(240);
  });
});

describe("a flick", () => {
  it("is as fast as the finger was when it let go", () =>
    expect(
      flickOf(
        [
          { at: 0, angle: 9 },
          { at: 950, angle: 0 },
          { at: 1_000, angle: 1 },
        ],
        1_010,
      ),
    ).toBe(20));

  it.each([
    [
      "rested",
      [
        { at: 0, angle: 0 },
        { at: 50, angle: 1 },
      ],
      500,
    ],
    ["was put down alone", [{ at: 0, angle: 0 }], 0],
    ["is not there", [], 0],
  ])("is none where a finger %s", (_what, samples, released) => expect(flickOf(samples, released)).toBe(0));

  it("is never faster than fingers", () =>
    expect(
      flickOf(
        [
          { at: 0, angle: 0 },
          { at: 1, angle: -3 },
        ],
        1,
      ),
    ).toBe(-FASTEST));
});

it("goes the shorter way round", () => expect(turnBetween(3, -3)).toBeCloseTo(0.2832, 4));
