import { connect, type Socket } from "node:net";
import postgres from "postgres";
import { withConnection } from "@/lib/db/admin";
import type { TenantScope } from "@/lib/tenancy/scope";
import type { Ids, NewSpin } from "./batches";

/** One connection that sends what it has at once, as ours do. (`socket` is not in the types of 3.4.9.) */
export const AS_OURS = {
  max: 1,
  fetch_types: false,
  socket: ({ host: [host = ""], port: [port = 0] }: { host: string[]; port: number[] }) =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect({ host, port, noDelay: true }, () => resolve(Object.assign(socket, { host, port })));
      socket.once("error", reject);
    }),
};

/** Stores a batch without all that makes it a product's. */
export interface Floor {
  store: (batch: NewSpin[]) => Promise<void>;
  end: () => Promise<void>;
}

/** The same rows into the same table, indexes, keys and row security and all, and no rollups: in one statement each. */
export function bareInsert(url: string, { tenant }: TenantScope, ids: Ids): Floor {
  const connection = { search_path: "shared", "app.tenant_id": tenant.id };
  const sql = postgres(url, { ...AS_OURS, connection });
  return {
    store: async (batch) => {
      await sql.unsafe(
        `INSERT INTO spins (tenant_id, id, person_id, spinner_id, duration_ms, spun_at)
         SELECT $1::uuid, * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::timestamptz[])
         ON CONFLICT DO NOTHING`,
        [tenant.id, ...columnsOf(batch, ids)],
        { prepare: true },
      );
    },
    end: () => sql.end(),
  };
}

export function makeBareTable(adminUrl: string): Promise<unknown> {
  const statement = "CREATE TABLE public.bare_spins (LIKE shared.spins INCLUDING DEFAULTS)";
  return withConnection(adminUrl, (admin) => admin.unsafe(statement));
}

/** COPY into a table of the same columns that has no index, no key and no row security. */
export function bareCopy(adminUrl: string, { tenant }: TenantScope, ids: Ids): Floor {
  const sql = postgres(adminUrl, AS_OURS);
  return {
    store: async (batch) => {
      const rows = batch.map(
        ({ id, person, spinner, duration_ms, spun_at }) =>
          `${tenant.id}\t${id}\t${ids.people.get(person)}\t${ids.spinners.get(spinner)}\t${duration_ms}\t${spun_at}\n`,
      );
      const stream =
        await sql`COPY public.bare_spins (tenant_id, id, person_id, spinner_id, duration_ms, spun_at) FROM STDIN`.writable();
      await new Promise<void>((done, fail) => {
        stream.once("error", fail);
        stream.once("finish", done);
        stream.end(rows.join(""));
      });
    },
    end: () => sql.end(),
  };
}

export function columnsOf(batch: NewSpin[], { people, spinners }: Ids): string[] {
  const column = (of: (spin: NewSpin) => string | number | undefined) => `{${batch.map(of)}}`;
  return [
    column(({ id }) => id),
    column(({ person }) => people.get(person)),
    column(({ spinner }) => spinners.get(spinner)),
    column(({ duration_ms }) => duration_ms),
    column(({ spun_at }) => spun_at),
  ];
}
