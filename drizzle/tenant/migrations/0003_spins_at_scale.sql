CREATE TABLE "calendars" (
	"tenant_id" uuid NOT NULL,
	"time_zone" text NOT NULL,
	CONSTRAINT "calendars_pk" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"tenant_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"answer" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_pk" PRIMARY KEY("tenant_id","actor","key")
);
--> statement-breakpoint
CREATE TABLE "import_parts" (
	"tenant_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "import_parts_pk" PRIMARY KEY("tenant_id","import_id","position")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"created_by" uuid,
	"state" text NOT NULL,
	"mapping" jsonb,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"progress" bigint DEFAULT 0 NOT NULL,
	"rows" bigint DEFAULT 0 NOT NULL,
	"accepted" bigint DEFAULT 0 NOT NULL,
	"duplicates" bigint DEFAULT 0 NOT NULL,
	"faults" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imports_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "imports_progress_check" CHECK (progress between 0 and bytes)
);
--> statement-breakpoint
CREATE TABLE "rate_budgets" (
	"tenant_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"free_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rate_budgets_pk" PRIMARY KEY("tenant_id","subject")
);
--> statement-breakpoint
CREATE TABLE "rollup_deltas" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"spin_ids" uuid[] NOT NULL,
	"person_ids" uuid[] NOT NULL,
	"spinner_ids" uuid[] NOT NULL,
	"durations_ms" integer[] NOT NULL,
	"spun_ats" timestamp (3) with time zone[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rollup_deltas_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "sketches" (
	"tenant_id" uuid NOT NULL,
	"day" date NOT NULL,
	"buckets" smallint[] NOT NULL,
	"counts" bigint[] NOT NULL,
	"longest_ids" uuid[] NOT NULL,
	"longest_ms" integer[] NOT NULL,
	CONSTRAINT "sketches_pk" PRIMARY KEY("tenant_id","day")
);
--> statement-breakpoint
CREATE TABLE "spin_originals" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"spinner_id" uuid NOT NULL,
	"duration_ms" integer NOT NULL,
	"spun_at" timestamp (3) with time zone NOT NULL,
	"removed" boolean NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "spin_originals_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "import_parts" ADD CONSTRAINT "import_parts_import_fk" FOREIGN KEY ("tenant_id","import_id") REFERENCES "imports"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_keys_age_idx" ON "idempotency_keys" USING btree ("tenant_id","created_at");--> statement-breakpoint
ALTER TABLE "spins" DROP COLUMN "day";
--> statement-breakpoint
-- What follows is by hand. Folding updates the same rollups again and again: room on their pages spares the index.
ALTER TABLE "rollups" SET (fillfactor = 70);
--> statement-breakpoint
ALTER TABLE "sketches" SET (fillfactor = 50);
--> statement-breakpoint
-- Written once, read once, soon: not worth compressing.
ALTER TABLE "rollup_deltas" ALTER COLUMN "spin_ids" SET STORAGE EXTERNAL, ALTER COLUMN "person_ids" SET STORAGE EXTERNAL,
	ALTER COLUMN "spinner_ids" SET STORAGE EXTERNAL, ALTER COLUMN "durations_ms" SET STORAGE EXTERNAL,
	ALTER COLUMN "spun_ats" SET STORAGE EXTERNAL;
--> statement-breakpoint
-- Rollups, and the spins that are not folded into them yet, one by one. A branch for each grain, so that whoever asks
-- for one pays for one.
CREATE VIEW "live_rollups" WITH (security_invoker = true) AS
	SELECT tenant_id, grain, day, key, spins, total_ms, longest_ms FROM "rollups"
	UNION ALL
	SELECT d.tenant_id, 'total', DATE '0001-01-01', UUID '00000000-0000-0000-0000-000000000000', 1::bigint, s.duration_ms::bigint, s.duration_ms
	FROM "rollup_deltas" d
	CROSS JOIN LATERAL unnest(d.durations_ms) AS s(duration_ms)
	UNION ALL
	SELECT d.tenant_id, 'day', timezone(c.time_zone, s.spun_at)::date, UUID '00000000-0000-0000-0000-000000000000', 1::bigint, s.duration_ms::bigint, s.duration_ms
	FROM "rollup_deltas" d
	JOIN "calendars" c ON c.tenant_id = d.tenant_id
	CROSS JOIN LATERAL unnest(d.durations_ms, d.spun_ats) AS s(duration_ms, spun_at)
	UNION ALL
	SELECT d.tenant_id, 'spinner', DATE '0001-01-01', s.spinner_id, 1::bigint, s.duration_ms::bigint, s.duration_ms
	FROM "rollup_deltas" d
	CROSS JOIN LATERAL unnest(d.durations_ms, d.spinner_ids) AS s(duration_ms, spinner_id)
	UNION ALL
	SELECT d.tenant_id, 'person', DATE '0001-01-01', s.person_id, 1::bigint, s.duration_ms::bigint, s.duration_ms
	FROM "rollup_deltas" d
	CROSS JOIN LATERAL unnest(d.durations_ms, d.person_ids) AS s(duration_ms, person_id)
	UNION ALL
	SELECT d.tenant_id, 'spinner_day', timezone(c.time_zone, s.spun_at)::date, s.spinner_id, 1::bigint, s.duration_ms::bigint, s.duration_ms
	FROM "rollup_deltas" d
	JOIN "calendars" c ON c.tenant_id = d.tenant_id
	CROSS JOIN LATERAL unnest(d.durations_ms, d.spun_ats, d.spinner_ids) AS s(duration_ms, spun_at, spinner_id)
	UNION ALL
	SELECT d.tenant_id, 'person_day', timezone(c.time_zone, s.spun_at)::date, s.person_id, 1::bigint, s.duration_ms::bigint, s.duration_ms
	FROM "rollup_deltas" d
	JOIN "calendars" c ON c.tenant_id = d.tenant_id
	CROSS JOIN LATERAL unnest(d.durations_ms, d.spun_ats, d.person_ids) AS s(duration_ms, spun_at, person_id);
--> statement-breakpoint
-- How many spins each bucket of a day, or of all time, holds.
CREATE VIEW "live_buckets" WITH (security_invoker = true) AS
	SELECT k.tenant_id, k.day, b.bucket, b.spins FROM "sketches" k
	CROSS JOIN LATERAL unnest(k.buckets, k.counts) AS b(bucket, spins)
	UNION ALL
	SELECT d.tenant_id, g.day, ceil(ln(s.duration_ms::float8) / 0.04000533461369913)::smallint, 1::bigint
	FROM "rollup_deltas" d
	JOIN "calendars" c ON c.tenant_id = d.tenant_id
	CROSS JOIN LATERAL unnest(d.durations_ms, d.spun_ats) AS s(duration_ms, spun_at)
	CROSS JOIN LATERAL (VALUES (DATE '0001-01-01'), (timezone(c.time_zone, s.spun_at)::date)) AS g(day);
--> statement-breakpoint
-- Spins of which the longest of a day, or of all time, are some.
CREATE VIEW "live_longest" WITH (security_invoker = true) AS
	SELECT k.tenant_id, k.day, l.id, l.duration_ms FROM "sketches" k
	CROSS JOIN LATERAL unnest(k.longest_ids, k.longest_ms) AS l(id, duration_ms)
	UNION ALL
	SELECT d.tenant_id, g.day, s.id, s.duration_ms
	FROM "rollup_deltas" d
	JOIN "calendars" c ON c.tenant_id = d.tenant_id
	CROSS JOIN LATERAL unnest(d.spin_ids, d.durations_ms, d.spun_ats) AS s(id, duration_ms, spun_at)
	CROSS JOIN LATERAL (VALUES (DATE '0001-01-01'), (timezone(c.time_zone, s.spun_at)::date)) AS g(day);
--> statement-breakpoint
-- Row security, as in every table that carries a tenant.
ALTER TABLE "calendars" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "calendars" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "calendars" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "calendars" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "idempotency_keys" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "idempotency_keys" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "idempotency_keys" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
ALTER TABLE "import_parts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "import_parts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "import_parts" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "import_parts" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "imports" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "imports" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "imports" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
ALTER TABLE "rate_budgets" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "rate_budgets" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "rate_budgets" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "rate_budgets" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
ALTER TABLE "rollup_deltas" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "rollup_deltas" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "rollup_deltas" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "rollup_deltas" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
ALTER TABLE "sketches" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "sketches" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "sketches" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "sketches" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
ALTER TABLE "spin_originals" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "spin_originals" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "spin_originals" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "spin_originals" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
