CREATE TABLE "plans" (
	"name" text NOT NULL,
	"key_requests_per_minute" integer NOT NULL,
	"key_burst" integer NOT NULL,
	"tenant_requests_per_minute" integer NOT NULL,
	"tenant_burst" integer NOT NULL,
	CONSTRAINT "plans_pk" PRIMARY KEY("name"),
	CONSTRAINT "plans_rates_check" CHECK (least(key_requests_per_minute, key_burst, tenant_requests_per_minute, tenant_burst) >= 1)
);
--> statement-breakpoint
-- By hand: tenants that are there get the first of them.
INSERT INTO "plans" VALUES ('standard', 12000, 2000, 30000, 5000), ('large', 120000, 20000, 300000, 50000);
--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "plan" text DEFAULT 'standard' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_plan_plans_name_fk" FOREIGN KEY ("plan") REFERENCES "plans"("name") ON DELETE no action ON UPDATE no action;