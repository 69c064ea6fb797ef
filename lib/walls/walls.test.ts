import { beforeAll, describe, expect, it } from "vitest";
import { addPerson, addSpinner, newScope, OPERATOR } from "@/e2e/fixtures/tenants";
import { newId } from "@/lib/new-id";
import { recordSpins } from "@/lib/spins/record";
import { TenantScope } from "@/lib/tenancy/scope";
import { createWall } from "./create";
import { linkOf, wallOfLink } from "./link";
import { listWalls } from "./list";
import { openWall } from "./open";
import { revokeWall } from "./revoke";
import { shownName, wallBoards } from "./standings";
import { wallsStillOpen } from "./still-open";

const WALL = { name: "Kitchen", board: "both", names: "short", days: 30 };
let [ours, theirs]: TenantScope[] = [];

beforeAll(async () => {
  [ours, theirs] = await Promise.all([newScope(), newScope()]);
  await addPerson(here(), "ada.okafor@test.example");
  await addSpinner(here(), "PokeSpinner");
  const spin = { spinner: "PokeSpinner", person: "ada.okafor@test.example", duration_ms: 2_000 };
  await recordSpins(here(), { spins: [{ ...spin, id: newId() }] });
});

const here = () => ours ?? failed();
const there = () => theirs ?? failed();
const failed = (): never => {
  throw new Error("there is no tenant");
};

describe("a link", () => {
  it("opens its display, in its own tenant alone", async () => {
    const { id } = await createWall(here(), WALL);
    const link = linkOf(here().tenant.id, id);
    expect((await openWall(here().tenant, link)).wall).toMatchObject({ id, name: "Kitchen" });
    await expect(openWall(there().tenant, link)).rejects.toMatchObject({ code: "not_found" });
  });

  it("opens nothing once it is revoked, and is not among those that still do", async () => {
    const { id } = await createWall(here(), WALL);
    expect(await wallsStillOpen(here(), [id])).toEqual([id]);
    await revokeWall(here(), id);
    expect(await wallsStillOpen(here(), [id])).toEqual([]);
    await expect(openWall(here().tenant, linkOf(here().tenant.id, id))).rejects.toMatchObject({ code: "not_found" });
  });

  it.each([
    ["nothing", () => ""],
    ["a display's id alone", (link: string) => link.slice(0, 22)],
    ["a letter changed", (link: string) => `${link.slice(0, -2)}${link.endsWith("AA") ? "BB" : "AA"}`],
    ["padding", (link: string) => `${link}=`],
    ["more behind it", (link: string) => `${link}AAAA`],
  ])("is none with %s", async (_what, forged) => {
    const { id } = await createWall(here(), WALL);
    const link = linkOf(here().tenant.id, id);
    expect(wallOfLink(here().tenant.id, link)).toBe(id);
    expect(wallOfLink(here().tenant.id, forged(link))).toBeUndefined();
  });

  it("signed for a display that does not exist opens nothing", async () => {
    await expect(openWall(here().tenant, linkOf(here().tenant.id, newId()))).rejects.toMatchObject({ status: 404 });
  });
});

describe("a display", () => {
  it("may read figures, and nothing else", async () => {
    const { id } = await createWall(here(), WALL);
    const { at, wall } = await openWall(here().tenant, linkOf(here().tenant.id, id));
    const boards = await wallBoards({ at, wall });
    expect(boards.map(({ board }) => board)).toEqual(["people", "spinners"]);
    expect(boards[0]?.standings).toMatchObject([{ rank: 1, averageMs: 2_000 }]);
    await expect(recordSpins(at, { spins: [] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listWalls(at)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("stands once, however often its form is sent", async () => {
    const id = newId();
    const before = (await listWalls(here())).length;
    await createWall(here(), { ...WALL, id });
    await createWall(here(), { ...WALL, id });
    expect(await listWalls(here())).toHaveLength(before + 1);
  });

  it.each([{ board: "all" }, { names: "none" }, { days: 31 }, { days: "" }, { name: "" }, { tenant_id: newId() }])(
    "is refused with %j",
    async (wrong) => {
      await expect(createWall(here(), { ...WALL, ...wrong })).rejects.toMatchObject({ status: 422 });
    },
  );

  it("is an admin's to put up and take down, not a member's nor another tenant's", async () => {
    const member = new TenantScope(here().tenant, { ...PERSON, role: "member" });
    const admin = new TenantScope(here().tenant, { ...PERSON, role: "admin" });
    await expect(createWall(member, WALL)).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await createWall(admin, WALL);
    await expect(revokeWall(member, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeWall(new TenantScope(there().tenant, OPERATOR), id)).rejects.toMatchObject({ status: 404 });
    await revokeWall(admin, id);
  });
});

const PERSON = { kind: "person", id: newId(), name: "", email: "", sessionId: newId() } as const;

it.each([
  ["Ada Okafor", "full", "Ada Okafor"],
  ["Ada Okafor", "short", "Ada O."],
  ["Ada van der Berg", "short", "Ada B."],
  ["Ada", "short", "Ada"],
  ["Ada 😀fun", "short", "Ada 😀."],
  ["Ada Okafor", "hidden", ""],
] as const)("%s, shown %s, is %j", (name, names, shown) => expect(shownName(name, names)).toBe(shown));
