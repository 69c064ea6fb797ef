CREATE TABLE "operator_sessions" (
	"id" uuid NOT NULL,
	"operator_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "operator_sessions_pk" PRIMARY KEY("id"),
	CONSTRAINT "operator_sessions_token_key" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "operator_sign_in_failures" (
	"id" uuid NOT NULL,
	"subject" text NOT NULL,
	"failed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operator_sign_in_failures_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operators_pk" PRIMARY KEY("id"),
	CONSTRAINT "operators_email_key" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "operator_sessions" ADD CONSTRAINT "operator_sessions_operator_fk" FOREIGN KEY ("operator_id") REFERENCES "operators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "operator_sessions_operator_idx" ON "operator_sessions" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "operator_sign_in_failures_idx" ON "operator_sign_in_failures" USING btree ("subject","failed_at");