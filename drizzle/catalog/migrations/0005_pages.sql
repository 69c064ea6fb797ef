ALTER TABLE "tenants" ADD COLUMN "accent" text;--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_accent_check" CHECK (accent in ('teal', 'blue', 'violet', 'magenta', 'green', 'orange', 'graphite'));
--> statement-breakpoint
-- By hand. Whoever serves may change what a tenant is called and looks like (the columns are granted one by one), in
-- that tenant's name only. Everybody goes on to read all: a host is looked up here before there is a tenant.
ALTER TABLE "tenants" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "tenants" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenants_read ON "tenants" AS PERMISSIVE FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY tenant_wall ON "tenants" AS RESTRICTIVE FOR UPDATE
	USING (id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "tenants" AS PERMISSIVE FOR UPDATE
	USING (id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (id = current_setting('app.tenant_id')::uuid);
