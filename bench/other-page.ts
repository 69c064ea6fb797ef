import type { Browser } from "@playwright/test";
import { z } from "zod";
import { openSession, type Target } from "./page-load";

/** How to get into another product, and how its first figure is told; all but the addresses are selectors. */
const Login = z.object({
  url: z.url(),
  /** What goes into which field. */
  fields: z.record(z.string(), z.string()),
  button: z.string(),
  /** What is there once one is in. */
  until: z.string(),
  /** The first figure of its dashboard. */
  figure: z.string(),
});

/** The page at `OTHER_URL` for whom `OTHER_LOGIN` (JSON) signs in there; undefined without them. */
export async function otherPage(browser: Browser): Promise<Target | undefined> {
  const { OTHER_URL: url, OTHER_LOGIN } = process.env;
  if (!url || !OTHER_LOGIN) return undefined;
  const login = Login.parse(JSON.parse(OTHER_LOGIN));
  const session = await openSession(browser, async (page) => {
    await page.goto(login.url);
    for (const [field, value] of Object.entries(login.fields)) await page.locator(field).fill(value);
    await page.locator(login.button).click();
    await page.locator(login.until).first().waitFor();
  });
  return { url, figure: login.figure, session };
}
