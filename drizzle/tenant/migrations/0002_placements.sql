CREATE TABLE "moved_away" (
	"tenant_id" uuid NOT NULL,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kept" boolean DEFAULT true NOT NULL,
	CONSTRAINT "moved_away_pk" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
-- Row security by hand, as in every table that carries a tenant.
ALTER TABLE "moved_away" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "moved_away" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "moved_away" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "moved_away" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
