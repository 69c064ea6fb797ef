import { eq, type SQL } from "drizzle-orm";
import { people } from "@/drizzle/tenant/schema";
import { notFound } from "@/lib/app-error";
import type { Role } from "@/lib/tenancy/actor";
import { isUuid } from "@/lib/tenancy/placement";
import type { TenantScope } from "@/lib/tenancy/scope";

export interface Person {
  id: string;
  name: string;
  email: string;
  role: Role;
}

/** What is read of a person. */
export const PERSON = { id: people.id, name: people.name, email: people.email, role: people.role };

/** A person by id or e-mail address. Throws 404 for who is not here, another tenant's included. */
export async function findPerson(at: TenantScope, idOrEmail: string): Promise<Person> {
  at.must("figures:read");
  const text = idOrEmail.trim().toLowerCase();
  return one(at, isUuid(text) ? eq(people.id, text) : eq(people.email, text));
}

/** A person by id alone. Throws 404. */
export async function getPerson(at: TenantScope, id: string): Promise<Person> {
  at.must("figures:read");
  if (!isUuid(id)) throw notFound();
  return one(at, eq(people.id, id));
}

async function one(at: TenantScope, condition: SQL): Promise<Person> {
  const [found] = await at.read((db) => db.select(PERSON).from(people).where(condition));
  if (!found) throw notFound();
  return found;
}
