import { z } from "zod";
import type { Architecture } from "@/lib/tenancy/placement";
import { validate } from "@/lib/validate";

export const SKILLS = ["application", "database", "operations"] as const;
export const SENSITIVITIES = ["ordinary", "personal", "regulated"] as const;

/** The four questions that the choice depends on. */
export const Situation = z.strictObject({
  /** Customers expected within two years. */
  customers: z.int().min(1, "must be 1 or more").max(10_000_000, "must be 10,000,000 or less"),
  /** People who build and run the product. */
  team: z.int().min(1, "must be 1 or more").max(100_000, "must be 100,000 or less"),
  /** What the team is used to: writing applications, tuning databases, or running many of them. */
  skills: z.enum(SKILLS),
  /** What is stored: nothing that hurts, people's data, or what law or contract wants kept apart. */
  sensitivity: z.enum(SENSITIVITIES),
});

export type Situation = z.infer<typeof Situation>;

export interface Advice {
  /** For most customers. */
  placement: Architecture;
  /** For the few that need more, where that makes sense. */
  exceptions: Architecture | undefined;
  reasons: string[];
}

/** Beyond these the figures of docs/choosing.md say no: migrations and catalogues of schemas, memory and disk of databases. */
const MANY_SCHEMAS = 2_000;
const MANY_DATABASES = 200;
/** A team that can look after a fleet of databases beside everything else. */
const TEAM_FOR_DATABASES = 10;

/**
 * Which placement to begin with, and why. A default, not a verdict: placements are per tenant here, and a tenant moves
 * while it is in use. Throws 422 `invalid`.
 */
export function advise(input: z.input<typeof Situation>): Advice {
  const given = validate(Situation, input);
  if (given.sensitivity === "regulated") return regulated(given);
  if (given.customers > MANY_SCHEMAS) return many(given);
  return given.skills === "application" || given.sensitivity === "ordinary" ? plain(given) : apart(given);
}

function regulated({ customers, skills, team }: Situation): Advice {
  const able = skills === "operations" && team >= TEAM_FOR_DATABASES;
  if (customers <= MANY_DATABASES && (able || customers <= 20)) {
    return {
      placement: "database",
      exceptions: undefined,
      reasons: [
        "What law or contract wants kept apart is easiest to show apart: a database, a login and a backup of its own.",
        `${customers} databases are few enough to migrate, watch and back up one by one.`,
        ...(able
          ? []
          : ["They are few, but somebody has to learn to run them: backups and upgrades are per database."]),
      ],
    };
  }
  return {
    placement: customers <= MANY_SCHEMAS ? "schema" : "shared",
    exceptions: "database",
    reasons: [
      customers > MANY_DATABASES
        ? `${customers} databases cost about 8 MB of disk and at least one connection each: too many for all customers.`
        : "A database each asks for a team that runs many of them; yours would rather not.",
      "Customers whose contracts say so get a database of their own, on a server of their choice; the others stay together.",
    ],
  };
}

function many({ customers, sensitivity }: Situation): Advice {
  return {
    placement: "shared",
    exceptions: sensitivity === "personal" ? "database" : undefined,
    reasons: [
      `${customers} schemas are some ${(customers * 35).toLocaleString("en")} tables and indexes: each connection's memory grows with those it meets, and every migration runs ${customers} times.`,
      "In the shared placement a customer costs a row, and a report over all of them is one query.",
      "Row security, composite keys and the auditor keep customers apart, and tests show it.",
    ],
  };
}

function plain({ customers, skills, sensitivity }: Situation): Advice {
  return {
    placement: "shared",
    exceptions: sensitivity === "ordinary" ? undefined : "schema",
    reasons: [
      "One schema is migrated once, backed up once and tuned once.",
      ...(skills === "application"
        ? ["It asks for nothing that a team of application developers does not do anyway."]
        : []),
      `${customers} customers fit with room to spare; whoever outgrows it moves while in use.`,
    ],
  };
}

function apart({ customers, skills }: Situation): Advice {
  return {
    placement: "schema",
    exceptions: skills === "operations" ? "database" : undefined,
    reasons: [
      "A forgotten filter finds one customer's tables and no other's: people's data is worth the second wall.",
      `${customers} schemas migrate in seconds to a minute, and one customer can be dumped or restored by itself.`,
      "One server and one connection pool still serve all of them.",
    ],
  };
}
