import { expect, test } from "@playwright/test";
import { urlOf } from "./fixtures/ask";
import { signIn } from "./fixtures/sign-in";

test("the owner of ibm signs in and sees real figures", async ({ page }) => {
  await signIn(page, "ibm", "owner");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dashboard");
  await expect(page.getByText("Overall average")).toBeVisible();
});

test("the same person is nobody at vinta", async ({ page }) => {
  await page.goto(urlOf("vinta", "/sign-in"));
  await page.getByLabel("E-mail").fill("owner@ibm.example");
  await page.getByLabel("Password").fill("fidget-spinner-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("The e-mail address or the password is wrong.")).toBeVisible();
});
