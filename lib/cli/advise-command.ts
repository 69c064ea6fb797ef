import { createInterface } from "node:readline/promises";
import { type Command, Option } from "commander";
import { type Advice, advise, SENSITIVITIES, SKILLS } from "@/lib/advice/advise";
import { AppError } from "@/lib/app-error";
import { wholeNumber } from "./migrate-command";
import { print, write } from "./output";

interface Options {
  customers?: number;
  team?: number;
  skills?: (typeof SKILLS)[number];
  sensitivity?: (typeof SENSITIVITIES)[number];
  json?: boolean;
}

export function adviseCommand(program: Command): void {
  program
    .command("advise")
    .description("which placement to begin with, and why: asks what the options do not say")
    .option("--customers <n>", "customers within two years", wholeNumber)
    .option("--team <n>", "people who build and run the product", wholeNumber)
    .addOption(new Option("--skills <what>", "what the team is used to").choices(SKILLS))
    .addOption(new Option("--sensitivity <what>", "what is stored").choices(SENSITIVITIES))
    .option("--json", "print JSON")
    .action(async ({ json, ...given }: Options) => {
      const advice = advise(await complete(given));
      if (json) print(advice, json);
      else for (const line of inWords(advice)) write(line);
    });
}

async function complete(given: Options) {
  const { customers, team, skills, sensitivity } = given;
  if (customers && team && skills && sensitivity) return { customers, team, skills, sensitivity };
  if (!process.stdin.isTTY) {
    throw new AppError(
      "invalid",
      "usage",
      "Say --customers, --team, --skills and --sensitivity, or ask from a terminal.",
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const ask = async (question: string) => (await terminal.question(`${question}: `)).trim();
  try {
    return {
      customers: customers ?? Number(await ask("How many customers within two years")),
      team: team ?? Number(await ask("How many people build and run the product")),
      skills: skills ?? oneOf(SKILLS, await ask(`What are they used to (${SKILLS.join(", ")})`)),
      sensitivity: sensitivity ?? oneOf(SENSITIVITIES, await ask(`What is stored (${SENSITIVITIES.join(", ")})`)),
    };
  } finally {
    terminal.close();
  }
}

function oneOf<T extends string>(choices: readonly T[], answer: string): T {
  const choice = choices.find((each) => each === answer.toLowerCase());
  if (!choice) throw new AppError("invalid", "usage", `It is one of ${choices.join(", ")}.`);
  return choice;
}

function inWords({ placement, exceptions, reasons }: Advice): string[] {
  return [
    `begin with: ${placement}`,
    ...(exceptions ? [`for the few that need more: ${exceptions}`] : []),
    ...reasons.map((reason) => `  ${reason}`),
    "docs/choosing.md has the figures behind this; a tenant moves while it is in use: spinctl tenant move",
  ];
}
