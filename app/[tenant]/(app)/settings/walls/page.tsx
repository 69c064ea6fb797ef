import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { listWalls } from "@/lib/walls/list";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../../signed-in-page";
import { SettingsNav } from "../settings-nav";
import { NewWall } from "./new-wall";
import { WallsTable } from "./walls-table";

export default signedInPage("/settings/walls", async (at, { query }) => {
  const { walls } = words();
  const { id, timeZone } = at.tenant;
  const all = await listWalls(at);
  return (
    <>
      <SettingsNav current="walls" />
      <PageHeader title={walls.title} lead={walls.lead} />
      {query.get("made") === "1" && <Notice tone="success">{walls.made}</Notice>}
      {query.get("revoked") === "1" && <Notice tone="success">{walls.revoked}</Notice>}
      <NewWall />
      <WallsTable tenantId={id} walls={all} timeZone={timeZone} />
    </>
  );
});
