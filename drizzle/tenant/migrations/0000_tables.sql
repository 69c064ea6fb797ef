CREATE TABLE "api_keys" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"scope" text NOT NULL,
	"key_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "api_keys_hash_key" UNIQUE("tenant_id","key_hash"),
	CONSTRAINT "api_keys_scope_check" CHECK (scope in ('read', 'write'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "people_email_key" UNIQUE("tenant_id","email"),
	CONSTRAINT "people_role_check" CHECK (role in ('owner', 'admin', 'member'))
);
--> statement-breakpoint
CREATE TABLE "rollups" (
	"tenant_id" uuid NOT NULL,
	"grain" text NOT NULL,
	"day" date NOT NULL,
	"key" uuid NOT NULL,
	"spins" bigint NOT NULL,
	"total_ms" bigint NOT NULL,
	"longest_ms" integer NOT NULL,
	CONSTRAINT "rollups_pk" PRIMARY KEY("tenant_id","grain","day","key")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject" text NOT NULL,
	"failed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_failures_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "spinners" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "spinners_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "spinners_name_key" UNIQUE("tenant_id","name_key")
);
--> statement-breakpoint
CREATE TABLE "spins" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"spinner_id" uuid NOT NULL,
	"duration_ms" integer NOT NULL,
	"spun_at" timestamp (3) with time zone NOT NULL,
	"day" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "spins_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "spins_duration_check" CHECK (duration_ms between 1 and 86400000)
);
--> statement-breakpoint
CREATE TABLE "user_spinners" (
	"tenant_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"spinner_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_spinners_pk" PRIMARY KEY("tenant_id","person_id","spinner_id")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "people"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spins" ADD CONSTRAINT "spins_user_spinner_fk" FOREIGN KEY ("tenant_id","person_id","spinner_id") REFERENCES "user_spinners"("tenant_id","person_id","spinner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_spinners" ADD CONSTRAINT "user_spinners_person_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_spinners" ADD CONSTRAINT "user_spinners_spinner_fk" FOREIGN KEY ("tenant_id","spinner_id") REFERENCES "spinners"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_person_idx" ON "sessions" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "sign_in_failures_subject_idx" ON "sign_in_failures" USING btree ("tenant_id","subject","failed_at");--> statement-breakpoint
CREATE INDEX "spins_spun_at_idx" ON "spins" USING btree ("tenant_id","spun_at","id");--> statement-breakpoint
CREATE INDEX "spins_spinner_idx" ON "spins" USING btree ("tenant_id","spinner_id","spun_at","id");--> statement-breakpoint
CREATE INDEX "spins_person_idx" ON "spins" USING btree ("tenant_id","person_id","spun_at","id");--> statement-breakpoint
CREATE INDEX "user_spinners_spinner_idx" ON "user_spinners" USING btree ("tenant_id","spinner_id");