import { createKey } from "@/lib/api-keys/create";
import { ARTICLE, articleSpins } from "./fixtures/article";
import { device } from "./fixtures/ask";
import { figure, rowsOf } from "./fixtures/dashboard";
import { type OwnTenant, ownTenant } from "./fixtures/own-tenant";
import { signInAs } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/test";

test("the article's figures come out of the API as they should be", async () => {
  const { get } = await withTheArticlesSpins();
  expect((await get("/averages")).json).toEqual({ spins: 18, total_ms: 5_287_000, average_ms: 293_722.222 });
  expect((await get("/leaderboards/spinners")).json).toMatchObject({
    entries: [
      { rank: 1, name: "PokeSpinner", spins: 9, average_ms: 301_444.444, longest_ms: 874_000 },
      { rank: 2, name: "NinjaSpinner", spins: 9, average_ms: 286_000, longest_ms: 654_000 },
      { rank: 3, name: "BoringSpinner", spins: 0, average_ms: null, longest_ms: null },
    ],
  });
  expect((await get("/leaderboards/people")).json).toMatchObject({
    entries: [{ rank: 1, name: "someone", spins: 18, average_ms: 293_722.222, longest_ms: 874_000 }],
  });
});

test("the article's figures stand on the dashboard, what was never spun last and without an average", async ({
  page,
}) => {
  const { slug, person } = await withTheArticlesSpins();
  await signInAs(page, slug, person.email);
  await expect(figure(page, "Overall average")).toHaveText("293.722 s");
  await expect(figure(page, "Spins")).toHaveText("18");
  await expect(figure(page, "Longest spin")).toHaveText("14 min 34.0 s");
  expect(await rowsOf(page, "Spinners by average")).toEqual([
    ["1", "PokeSpinner", "301.444 s", "9", "874.000 s"],
    ["2", "NinjaSpinner", "286.000 s", "9", "654.000 s"],
    ["–", "BoringSpinner", "never spun", "0", "–"],
  ]);
  expect(await rowsOf(page, "People by average")).toEqual([["1", "someone", "293.722 s", "18", "874.000 s"]]);
});

/** A tenant into which a device has sent it all. */
async function withTheArticlesSpins(): Promise<OwnTenant & Pick<ReturnType<typeof device>, "get">> {
  const own = await ownTenant();
  const { get, post } = device(own.slug, (await createKey(own.at, { name: "Logger" })).key);
  for (const name of Object.keys(ARTICLE.seconds)) expect((await post("/spinners", { name })).status).toBe(201);
  const answer = await post("/spins", { spins: articleSpins() });
  expect(answer.json).toMatchObject({ accepted: 18, duplicates: 0 });
  return { ...own, get };
}
