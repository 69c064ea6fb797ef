CREATE TABLE "walls" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"board" text NOT NULL,
	"names" text NOT NULL,
	"days" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "walls_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "walls_board_check" CHECK (board in ('spinners', 'people', 'both')),
	CONSTRAINT "walls_names_check" CHECK (names in ('full', 'short', 'hidden')),
	CONSTRAINT "walls_days_check" CHECK (days in (7, 30, 90))
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "sample" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sketches" ADD COLUMN "cells" smallint[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "sketches" ADD COLUMN "cell_spins" bigint[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "sketches" ADD COLUMN "cell_ms" bigint[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "spinners" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "spinners" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "spinners" ADD COLUMN "sample" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- By hand: the rows that are there are looked at in their owner's name, who sees none of any tenant while FORCE stands.
ALTER TABLE "spinners" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "spinners" ADD CONSTRAINT "spinners_merged_fk" FOREIGN KEY ("tenant_id","merged_into") REFERENCES "spinners"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spinners" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "people_sample_idx" ON "people" USING btree ("tenant_id","id") WHERE sample;--> statement-breakpoint
CREATE INDEX "spinners_merged_idx" ON "spinners" USING btree ("tenant_id","merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "spinners_sample_idx" ON "spinners" USING btree ("tenant_id","id") WHERE sample;
--> statement-breakpoint
-- What follows is by hand. How many spins each hour of the week holds on a day, or over all time, and how long they were.
CREATE VIEW "live_hours" WITH (security_invoker = true) AS
	SELECT k.tenant_id, k.day, h.cell, h.spins, h.total_ms FROM "sketches" k
	CROSS JOIN LATERAL unnest(k.cells, k.cell_spins, k.cell_ms) AS h(cell, spins, total_ms)
	UNION ALL
	SELECT d.tenant_id, g.day, ((extract(isodow FROM l.local)::int - 1) * 24 + extract(hour FROM l.local)::int)::smallint, 1::bigint, s.duration_ms::bigint
	FROM "rollup_deltas" d
	JOIN "calendars" c ON c.tenant_id = d.tenant_id
	CROSS JOIN LATERAL unnest(d.durations_ms, d.spun_ats) AS s(duration_ms, spun_at)
	CROSS JOIN LATERAL (SELECT timezone(c.time_zone, s.spun_at) AS local) AS l
	CROSS JOIN LATERAL (VALUES (DATE '0001-01-01'), (l.local::date)) AS g(day);
--> statement-breakpoint
-- Row security, as in every table that carries a tenant.
ALTER TABLE "walls" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "walls" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "walls" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "walls" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
