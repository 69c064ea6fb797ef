export const apex = {
  title: "The Enterprise Fidget Spinner Tracker",
  lead: "How long your company’s fidget spinners spin, who leads, and how it goes over time. Every company at an address of its own, behind walls that the database itself keeps.",
  skip: "Skip to content",
  main: "Main",
  try: "Try the demo",
  readApi: "Read the API",
  architectures: "Architectures",
  api: "API",
  demoSignIn: (email: string, password: string) => `Sign in as ${email} with ${password}.`,
  noShowcase: "Go to your workspace’s address to sign in.",
  live: (name: string) => `${name}’s board, right now`,
  liveLead: "The last 30 days of one workspace, as it goes on. Flick a spinner there and watch it here.",
  average: "Average",
  spins: "Spins",
  longest: "Longest",
  spinner: "Spinner",
  rank: "Rank",
  footer: "Open source under the MIT licence.",
  source: "Two commands start all of it: npm ci && npm run demo",
};

export const features = {
  title: "What it does",
  items: [
    {
      name: "A dashboard that is there at once",
      text: "Averages, trend, boards and hours of the week, each beside the period before. From sums that are kept as spins come in: a million spins take as long as ten.",
    },
    {
      name: "A spinner to flick",
      text: "With a finger, the mouse or a key. The page times the run, keeps it through a tunnel or a closed laptop, and sends it once.",
    },
    {
      name: "Devices and other systems",
      text: "An API that takes a thousand spins at a time and may be asked again: the same spin counts once, for ever.",
    },
    {
      name: "Live",
      text: "A spin recorded here is on everybody’s board within two seconds, and on the television in the office too.",
    },
    {
      name: "In and out as files",
      text: "Millions of rows of CSV checked before anything is stored, and all of it back out, whenever you like.",
    },
    {
      name: "Nobody else’s",
      text: "Three locks between customers: one helper, the database’s own row security, and an auditor that reads every statement before it is sent.",
    },
  ],
};

export const placements = {
  title: "Three architectures, one code base",
  lead: "The question every SaaS team meets, answered per customer, and never for good: a customer moves from one to another while it works.",
  rows: [
    {
      name: "Shared schema",
      gives: "Cheapest, and scales furthest: a row per customer, one migration, one query for a report over all.",
      choose: "to begin with, and for most customers for ever",
    },
    {
      name: "A schema each",
      gives: "A query without any lock finds one customer’s tables only.",
      choose: "for hundreds of customers whose data is about people",
    },
    {
      name: "A database each",
      gives: "A login, a backup and, if need be, a server of its own.",
      choose: "for the few whose contract, law or weight asks for it",
    },
  ],
  chooseIt: (when: string) => `Choose it ${when}.`,
  more: "How to choose, with what each costs",
};

export const architectures = {
  title: "Which architecture to choose",
  lead: "Measured on this very code, two shared cores, PostgreSQL 18: what the figures are in proportion to each other is the point.",
  short: "In short",
  shorts: [
    "Begin with the shared schema. It costs a row per customer. Row security, keys that carry the tenant, one helper and an auditor keep customers apart, and tests show that they do.",
    "A schema each puts a second wall between customers, as long as there are hundreds of them and not tens of thousands: what grows is the catalogue, in every connection’s memory.",
    "A database each is for the few whose contract, law or weight asks for a server, a backup and a login of their own.",
    "It is no decision for ever: spinctl tenant move changes it while the tenant works.",
  ],
  costs: "What each costs",
  cost: "Cost",
  shared: "Shared",
  schema: "Schema",
  database: "Database",
  rows: [
    ["Create a tenant", "4 ms", "250 ms", "350 ms"],
    ["On disk, empty", "0", "0.4 MB", "8 MB"],
    ["Dashboard of 5,000 spins, by itself", "1", "0.8", "0.8"],
    ["The same, two tenants in turns", "0.9", "1.7", "0.9"],
    ["Dashboard beside a tenant that writes without pause", "5.1", "3.0", "1.1 to 2.8"],
    ["Report over 100 tenants", "89 ms", "171 ms", "1.3 s"],
    ["One more column", "once", "79 schemas a second", "about as many"],
  ],
  questions: "Four questions",
  asked: [
    {
      name: "How many customers?",
      text: "Up to a few thousand schemas, and a few hundred databases, are comfortable. Beyond that, shared.",
    },
    {
      name: "How big a team?",
      text: "One schema is one thing to watch. A fleet of databases is a fleet of backups, upgrades and alarms.",
    },
    {
      name: "Which skills?",
      text: "Shared asks for discipline in the application, a schema each for somebody who reads PostgreSQL’s catalogues, a database each for somebody who runs servers.",
    },
    {
      name: "How sensitive is the data?",
      text: "All three keep a careless query from another customer’s rows, by the same two locks. The others add walls that can be shown to somebody who does not read SQL.",
    },
  ],
};

export const apiDocs = {
  title: "API",
  lead: "Version 1, on the host of each tenant. JSON in and out, durations in whole milliseconds, times in RFC 3339.",
  begin: "Begin here",
  beginLead:
    "Ask an admin of your workspace for a key (Settings, API keys) and set two variables. Every example below runs as it stands then, from top to bottom.",
  document: "The OpenAPI 3.1 document",
  contents: "Calls",
  parameters: "Parameters",
  name: "Name",
  type: "Type",
  meaning: "Meaning",
  body: "Body",
  answer: "Answer",
  required: "required",
  personOnly: "For a signed-in person; a key is answered 403.",
  errors: "Errors",
  errorsLead: "An error is application/problem+json (RFC 9457): read its code, not its words.",
  code: "Status",
  statuses: [
    ["400", "malformed: not JSON, an unknown parameter, an altered cursor"],
    ["401", "no key, or one that does not work here"],
    ["403", "the key’s scope, or the person’s role, does not allow it"],
    ["404", "not there, or another tenant’s: byte for byte alike"],
    ["409", "a conflict: spin_conflict where an id was used with other content"],
    ["413", "over 5 MB"],
    ["415", "another content type"],
    ["422", "invalid; errors[] names every field"],
    ["429", "too fast; wait for Retry-After"],
    ["503", "not just now; wait for Retry-After, and ask again: it counts once"],
  ],
};
