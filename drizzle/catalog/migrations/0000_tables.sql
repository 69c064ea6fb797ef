CREATE TABLE "former_slugs" (
	"slug" text NOT NULL,
	"tenant_id" uuid NOT NULL,
	"given_up_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "former_slugs_pk" PRIMARY KEY("slug")
);
--> statement-breakpoint
CREATE TABLE "servers" (
	"name" text NOT NULL,
	"url" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "servers_pk" PRIMARY KEY("name")
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"placement" text NOT NULL,
	"server" text DEFAULT 'primary' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"origin" text DEFAULT 'operator' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenants_pk" PRIMARY KEY("id"),
	CONSTRAINT "tenants_slug_key" UNIQUE("slug"),
	CONSTRAINT "tenants_slug_check" CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
	CONSTRAINT "tenants_placement_check" CHECK (placement in ('shared', 'schema', 'database')),
	CONSTRAINT "tenants_status_check" CHECK (status in ('active', 'suspended'))
);
--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_server_servers_name_fk" FOREIGN KEY ("server") REFERENCES "servers"("name") ON DELETE no action ON UPDATE no action;