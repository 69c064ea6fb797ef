import { cache } from "react";
import { readToken } from "./cookie";
import { findSession } from "./find-session";
import { mustBeConsole } from "./must-be-console";
import type { Operator } from "./operator";

/** The operator whom this request's cookie stands for; undefined when signed out. Throws 404 outside the console. */
export const signedInOperator = cache(async (): Promise<Operator | undefined> => {
  await mustBeConsole();
  const token = await readToken();
  return token === undefined ? undefined : findSession(token);
});
