import { recordSpins } from "@/lib/spins/record";
import { figure } from "./fixtures/dashboard";
import { ownTenant, ownTenantSignedIn } from "./fixtures/own-tenant";
import { signInAs } from "./fixtures/sign-in";
import { addPerson, addSpinner } from "./fixtures/tenants";
import { expect, test } from "./fixtures/test";

const BOARD = "People by average";

test("a new workspace is told what to do first; sample data comes with one click and goes with another", async ({
  page,
}) => {
  const { slug, person } = await ownTenant("owner");
  await signInAs(page, slug, person.email);
  await expect(page.getByRole("heading", { name: /^Welcome to/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Flick a spinner" })).toHaveAttribute("href", "/spin");
  await page.getByRole("button", { name: "Look around with sample data" }).click();
  await expect(page.getByRole("region", { name: BOARD }).getByRole("row")).toHaveCount(7);
  await expect(page.getByText("Some of these figures are sample data")).toBeVisible();
  await page.getByRole("button", { name: "Take the sample data away" }).click();
  await expect(page.getByRole("heading", { name: /^Welcome to/ })).toBeVisible();
  await expect(figure(page, "Spins")).toHaveText("0");
});

test("a member of a new workspace is not offered what only an admin may", async ({ page }) => {
  await ownTenantSignedIn(page);
  await expect(page.getByRole("link", { name: "Flick a spinner" })).toBeVisible();
  await expect(page.getByRole("button", { name: /sample data/ })).toHaveCount(0);
});

test("who is as good as another shares a place, and both are told so", async ({ page }) => {
  const { at, slug, person } = await ownTenant("owner");
  const other = await addPerson(at, "other@test.example");
  await addSpinner(at, "PokeSpinner");
  const spin = (who: string, seconds: number) => ({
    spinner: "PokeSpinner",
    person: who,
    duration_ms: seconds * 1_000,
  });
  await recordSpins(at, { spins: [spin(person.id, 20), spin(other.id, 10), spin(other.id, 30)] });
  await signInAs(page, slug, person.email);
  const places = page.getByRole("region", { name: BOARD }).locator("tbody td:first-child");
  await expect(places).toHaveText(["=1", "=1"]);
  await expect(places.first().locator("abbr")).toHaveAttribute("title", "1, shared");
});
