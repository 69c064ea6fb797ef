import { z } from "zod";

/*
 * The only place that reads the environment. Settings are parsed once; a wrong
 * one stops the start with every fault named. No value is ever repeated in a
 * message: a fault is often a secret in the wrong place.
 */

const postgresUrl = z
  .string()
  .refine(
    (value) => URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol),
    "must be a postgres:// address",
  );

const domain = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/, "must be a host name in lower case, with a port or without");

const port = z.coerce
  .number("must be a port")
  .int("must be a port")
  .min(1, "must be a port")
  .max(65_535, "must be a port");

const Settings = z
  .object({
    PORT: port.default(3000),
    CONSOLE_PORT: port.default(3001),
    CONSOLE_URL: z.url({ protocol: /^http$/, error: "must be an http:// address" }).optional(),
    LISTEN: z.string().min(1).default("127.0.0.1"),
    ROOT_DOMAIN: domain.optional(),
    DATA_DIR: z.string().min(1).default(".data"),
    BUILD_DIR: z.string().min(1).default(".next"),
    ADMIN_DATABASE_URL: postgresUrl.optional(),
    DATABASE_URL: postgresUrl.optional(),
    AUTH_SECRET: z.string().min(32, "must have at least 32 characters (openssl rand -base64 33)").optional(),
    SPINNER_TENANT: z.string().optional(),
    SHOWCASE: z
      .string()
      .regex(
        /^[a-z0-9-]+( \S+@\S+ \S+)?$/,
        "must be a tenant's address, and maybe an e-mail address and password there",
      )
      .optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, "must be an smtp:// or smtps:// address")
      .optional(),
    TRUST_PROXY: z.enum(["0", "1"], "must be 0 or 1").default("0"),
    LOG_LEVEL: z
      .enum(["debug", "info", "warn", "error", "silent"], "must be debug, info, warn, error or silent")
      .default("info"),
  })
  .transform((raw) => ({
    port: raw.PORT,
    consolePort: raw.CONSOLE_PORT,
    consoleUrl: raw.CONSOLE_URL,
    listen: raw.LISTEN,
    rootDomain: raw.ROOT_DOMAIN ?? `localhost:${raw.PORT}`,
    dataDir: raw.DATA_DIR,
    buildDir: raw.BUILD_DIR,
    adminDatabaseUrl: raw.ADMIN_DATABASE_URL,
    databaseUrl: raw.DATABASE_URL,
    authSecret: raw.AUTH_SECRET,
    tenant: raw.SPINNER_TENANT,
    showcase: raw.SHOWCASE === undefined ? undefined : showcaseOf(raw.SHOWCASE),
    smtpUrl: raw.SMTP_URL,
    trustProxy: raw.TRUST_PROXY === "1",
    logLevel: raw.LOG_LEVEL,
  }));

function showcaseOf(given: string) {
  const [slug = "", email, password] = given.split(" ");
  return { slug, signIn: email && password ? { email, password } : undefined };
}

export type Settings = z.output<typeof Settings>;

/** Thrown at start-up, with a line for each wrong setting. */
export class SettingsError extends Error {
  constructor(readonly faults: string[]) {
    super(`settings:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.name = "SettingsError";
  }
}

/** Parses an environment; an empty value counts as unset. Throws `SettingsError` with every fault. */
export function parseSettings(env: Record<string, string | undefined>, needed: string[] = []): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const missing = needed.filter((name) => given[name] === undefined).map((name) => `${name} is not set`);
  const parsed = Settings.safeParse(given);
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  if (!parsed.success || missing.length > 0) throw new SettingsError([...missing, ...wrong]);
  return parsed.data;
}

let parsed: Settings | undefined;

/** The settings of this process. */
export function settings(): Settings {
  parsed ??= parseSettings(process.env);
  return parsed;
}

/** The settings of a process that serves tenants: it needs the application role's address and a secret. */
export function servingSettings(): Settings & { databaseUrl: string; authSecret: string } {
  const all = parseSettings(process.env, ["DATABASE_URL", "AUTH_SECRET"]);
  return { ...all, databaseUrl: all.databaseUrl ?? "", authSecret: all.authSecret ?? "" };
}

/** The settings of the operator's console: it needs an administrator's address and a secret. */
export function consoleSettings(): Settings & { adminDatabaseUrl: string } {
  const all = parseSettings(process.env, ["ADMIN_DATABASE_URL", "AUTH_SECRET"]);
  return { ...all, adminDatabaseUrl: all.adminDatabaseUrl ?? "" };
}

/** The environment of a child process: ours, with changes; undefined takes a name out. */
export function childEnvironment(changes: Record<string, string | undefined>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
