/** What an example sends. Examples follow each other: a later one may ask for what an earlier one stored. */
interface Example {
  path?: string;
  query?: Record<string, string>;
  body?: unknown;
  /** Its Idempotency-Key, where what is sent has no id of its own. */
  once?: string;
}

const SPIN = "019ab1c4-7d2e-7a10-9c55-0b6d3e1f2a44";

const EXAMPLES: Record<string, Example> = {
  "POST /spins": {
    body: { spins: [{ id: SPIN, spinner: "PokeSpinner", person: "member@ibm.example", duration_ms: 93_500 }] },
  },
  "GET /spins": { query: { limit: "5", person: "member@ibm.example" } },
  "GET /spins/export": { query: { format: "csv", from: "2026-11-01" } },
  "GET /live": {},
  "GET /spins/{id}": { path: `/spins/${SPIN}` },
  "GET /averages": { query: { from: "2026-11-01" } },
  "GET /leaderboards/spinners": { query: { limit: "3" } },
  "GET /leaderboards/people": { query: { limit: "3" } },
  "GET /trend": { query: { from: "2026-11-01", to: "2026-11-07" } },
  "GET /distribution": {},
  "GET /longest": { query: { limit: "3" } },
  "GET /streaks": { query: { person: "member@ibm.example" } },
  "GET /spinners": { query: { limit: "3" } },
  "POST /spinners": { body: { name: "Desk Turbine II" }, once: '"8e03978e-40d5-43dd-bc93-6894a57f9324"' },
  "GET /people": { query: { limit: "3" } },
  "GET /search": { query: { q: "poke" } },
};

/** The same call twice, ready to be run where `SPINNER_URL` and `SPINNER_KEY` are set; none for what no key may do. */
export interface Code {
  curl: string;
  typescript: string;
}

export function exampleOf(method: string, path: string, media: readonly string[]): Code | undefined {
  const example = EXAMPLES[`${method} ${path}`];
  if (!example) return undefined;
  const query = example.query ? `?${new URLSearchParams(example.query)}` : "";
  const address = `${example.path ?? path}${query}`;
  const endless = media.includes("text/event-stream");
  return {
    curl: curl(method, address, example, endless),
    typescript: typescript(method, address, example, endless),
  };
}

function curl(method: string, address: string, { body, once }: Example, endless: boolean): string {
  const lines = [
    `curl ${endless ? "--no-buffer --max-time 3 " : ""}"$SPINNER_URL${address}"`,
    `-H "Authorization: Bearer $SPINNER_KEY"`,
    ...(once ? [`-H 'Idempotency-Key: ${once}'`] : []),
    ...(body === undefined ? [] : [`-H "Content-Type: application/json"`, `-d '${JSON.stringify(body)}'`]),
  ];
  return (body !== undefined && method !== "POST" ? [...lines, `-X ${method}`] : lines).join(" \\\n  ");
}

function typescript(method: string, address: string, { body, once }: Example, endless: boolean): string {
  const json = body !== undefined;
  const headers = [
    `Authorization: \`Bearer \${process.env.SPINNER_KEY}\``,
    ...(json ? [`"Content-Type": "application/json"`] : []),
    ...(once ? [`"Idempotency-Key": '${once}'`] : []),
  ];
  const options = [
    ...(method === "GET" ? [] : [`  method: "${method}",`]),
    `  headers: { ${headers.join(", ")} },`,
    ...(json ? [`  body: JSON.stringify(${JSON.stringify(body)}),`] : []),
  ];
  const call = [`const answer = await fetch(\`\${process.env.SPINNER_URL}${address}\`, {`, ...options, "});"];
  const read = endless
    ? [
        "const stream = answer.body?.pipeThrough(new TextDecoderStream()).getReader();",
        "console.log((await stream?.read())?.value);",
        "await stream?.cancel();",
      ]
    : ["if (!answer.ok) throw new Error(await answer.text());", "console.log(await answer.text());"];
  return [...call, ...read].join("\n");
}
