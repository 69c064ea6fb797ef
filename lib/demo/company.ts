/** The demo's customers, one in each architecture, and who and what spins there. */
export const COMPANIES = [
  { slug: "ibm", name: "IBM", timeZone: "America/New_York", placement: "shared", accent: "blue", seed: 1911 },
  { slug: "vinta", name: "Vinta", timeZone: "America/Recife", placement: "schema", accent: "violet", seed: 2013 },
  { slug: "globex", name: "Globex", timeZone: "Europe/Berlin", placement: "database", accent: "orange", seed: 1996 },
] as const;

export type Company = (typeof COMPANIES)[number];

export const DEMO_PASSWORD = "fidget-spinner-demo";
/** Whose board the apex shows, and how everybody may sign in there: see `SHOWCASE`. */
export const SHOWCASE = `ibm member@ibm.example ${DEMO_PASSWORD}`;
/** Who signs in to the operator's console. */
export const DEMO_OPERATOR = "operator@spinner.example";

const FIRST =
  "Ada Grace Edsger Barbara Alan Radia Donald Frances Ken Margaret Dennis Hedy Niklaus Katherine John Karen Leslie Annie".split(
    " ",
  );
const LAST =
  "Okafor Lindqvist Moreau Tanaka Costa Novak Haddad Silva Kowalski Nguyen Fischer Rossi Dubois Ivanov Mensah Park Jensen Yilmaz".split(
    " ",
  );

export const SPINNERS =
  "PokeSpinner,NinjaSpinner,BoringSpinner,Tri-Lobe Classic,Midnight Brass,Copper Comet,Quiet Storm,Desk Turbine,The Auditor,Blue Bearing,Titan Six,Pocket Gyro".split(
    ",",
  );

export interface DemoPerson {
  email: string;
  name: string;
  role: "owner" | "member";
}

/** An owner, a member and 18 colleagues. */
export function peopleOf({ slug, seed }: Company): DemoPerson[] {
  const colleagues = FIRST.map((first, index) => {
    const last = LAST[(index * 7 + seed) % LAST.length] ?? "Doe";
    return {
      email: `${first}.${last}@${slug}.example`.toLowerCase(),
      name: `${first} ${last}`,
      role: "member" as const,
    };
  });
  return [
    { email: `owner@${slug}.example`, name: "Olivia Owner", role: "owner" },
    { email: `member@${slug}.example`, name: "Max Member", role: "member" },
    ...colleagues,
  ];
}
