"use server";

import { cookies } from "next/headers";
import { answerForm, field } from "@/lib/http/answer-form";
import { asTheme, COOKIE } from "./theme";

const YEAR_S = 365 * 86_400;

/** Keeps the choice in this browser alone; the page it was made on is shown again. */
export async function chooseTheme(data: FormData): Promise<void> {
  await answerForm(data, async () => {
    const theme = asTheme(field(data, "theme"));
    const jar = await cookies();
    if (theme === "system") jar.delete(COOKIE);
    else jar.set(COOKIE, theme, { maxAge: YEAR_S, sameSite: "lax", httpOnly: true });
    return undefined;
  });
}
