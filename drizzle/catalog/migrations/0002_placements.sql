CREATE TABLE "database_access" (
	"tenant_id" uuid NOT NULL,
	"server" text NOT NULL,
	"address" text,
	"password" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "database_access_pk" PRIMARY KEY("tenant_id","server")
);
--> statement-breakpoint
CREATE TABLE "moves" (
	"id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"step" text NOT NULL,
	"from_placement" text NOT NULL,
	"from_server" text NOT NULL,
	"to_placement" text NOT NULL,
	"to_server" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"switched_at" timestamp with time zone,
	"rows" bigint,
	"freeze_ms" integer,
	"reason" text,
	CONSTRAINT "moves_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "operator_log" (
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"who" text NOT NULL,
	"what" text NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "operator_log_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "connections" integer;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "statement_timeout_ms" integer;--> statement-breakpoint
CREATE INDEX "moves_tenant_idx" ON "moves" USING btree ("tenant_id","started_at");--> statement-breakpoint
CREATE INDEX "operator_log_at_idx" ON "operator_log" USING btree ("at");--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_connections_check" CHECK (connections between 1 and 50);--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_statement_timeout_check" CHECK (statement_timeout_ms between 100 and 20000);
--> statement-breakpoint
-- Row security by hand, as in every table that carries a tenant.
ALTER TABLE "database_access" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "database_access" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_wall ON "database_access" AS RESTRICTIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
--> statement-breakpoint
CREATE POLICY tenant_rows ON "database_access" AS PERMISSIVE FOR ALL
	USING (tenant_id = current_setting('app.tenant_id')::uuid)
	WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
