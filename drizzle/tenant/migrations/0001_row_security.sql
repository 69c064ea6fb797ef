-- Two policies with one predicate on every table: the restrictive one keeps a careless policy
-- added later from opening anything. No missing_ok: without a tenant the database raises.
-- FORCE binds the owner too. The kit knows neither, so this file is written by hand.
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "people" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "people" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "people" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "sessions" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "sessions" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "sessions" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
ALTER TABLE "sign_in_failures" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "sign_in_failures" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "sign_in_failures" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "sign_in_failures" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
ALTER TABLE "spinners" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "spinners" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "spinners" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "spinners" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
ALTER TABLE "user_spinners" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "user_spinners" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "user_spinners" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "user_spinners" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
ALTER TABLE "spins" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "spins" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "spins" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "spins" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
ALTER TABLE "rollups" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "rollups" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "rollups" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "rollups" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "api_keys" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "api_keys" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "api_keys" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
