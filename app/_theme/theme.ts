import { cookies } from "next/headers";

export const THEMES = ["system", "light", "dark"] as const;

export type Theme = (typeof THEMES)[number];

export const COOKIE = "theme";

/** What this browser was told to show; the system's own choice, if nothing. */
export async function chosenTheme(): Promise<Theme> {
  return asTheme((await cookies()).get(COOKIE)?.value);
}

export function asTheme(given: unknown): Theme {
  return THEMES.find((theme) => theme === given) ?? "system";
}
