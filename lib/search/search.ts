import { and, asc, desc, isNull, type SQL, sql } from "drizzle-orm";
import { people, spinners } from "@/drizzle/tenant/schema";
import { AppError } from "@/lib/app-error";
import { type Named, Statement } from "@/lib/db/statement";
import type { TenantScope } from "@/lib/tenancy/scope";

export interface Hit {
  id: string;
  name: string;
}

export interface Found {
  people: Hit[];
  spinners: Hit[];
}

const LONGEST_TEXT = 200;

const PEOPLE = named(people);
const SPINNERS = named(spinners, isNull(spinners.mergedInto));

/**
 * People and spinners in whose names a text stands, as it is but for letter case, at most `limit` of each: first those
 * whose names begin with it. No text, nobody. Throws 403, 422 `search_invalid` for more than 200 characters.
 */
export async function search(at: TenantScope, text: string, limit = 8): Promise<Found> {
  at.must("figures:read");
  const wanted = text.normalize("NFC").trim();
  if ([...wanted].length > LONGEST_TEXT || !wanted.isWellFormed() || wanted.includes("\0")) throw invalid();
  if (wanted === "") return { people: [], spinners: [] };
  const values = { text: wanted, limit };
  const [who, what] = await at.read((db) => Promise.all([db.run(PEOPLE, values), db.run(SPINNERS, values)]));
  return { people: who, spinners: what };
}

function invalid(): AppError {
  const message = `must be at most ${LONGEST_TEXT} whole characters`;
  return new AppError("invalid", "search_invalid", `A text to look for has at most ${LONGEST_TEXT} characters.`, {
    faults: [{ path: "q", code: "search_invalid", message }],
  });
}

/** No patterns: what stands in the text means itself. */
function named(table: typeof people | typeof spinners, condition?: SQL) {
  return new Statement((db, { text, limit }: Named<"text" | "limit">) => {
    const position = sql`strpos(lower(${table.name}), lower(${text}))`;
    return db
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(and(sql`${position} > 0`, condition))
      .orderBy(desc(sql`${position} = 1`), asc(table.name), asc(table.id))
      .limit(limit);
  });
}
