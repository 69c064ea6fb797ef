import { spawn } from "node:child_process";

interface Step {
  name: string;
  command: [string, ...string[]];
}

export interface Result {
  name: string;
  ok: boolean;
  output: string;
}

/** Runs commands side by side; prints a line for each, and all it said where it failed. */
export function runSteps(steps: Step[]): Promise<Result[]> {
  return Promise.all(
    steps.map(async (step) => {
      const result = await runStep(step, false);
      process.stdout.write(`${result.ok ? "passed" : "failed"}  ${step.name}\n${result.ok ? "" : result.output}`);
      return result;
    }),
  );
}

/** Runs one command, and keeps what it prints. */
export function runStep({ name, command: [file, ...args] }: Step, show: boolean): Promise<Result> {
  return new Promise((done) => {
    let output = "";
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        if (show) process.stdout.write(chunk);
      });
    }
    child.once("error", (error) => done({ name, ok: false, output: String(error) }));
    child.once("exit", (code) => done({ name, ok: code === 0, output }));
  });
}
