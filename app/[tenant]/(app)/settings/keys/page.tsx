import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { listKeys } from "@/lib/api-keys/list";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../../signed-in-page";
import { SettingsNav } from "../settings-nav";
import { KeysTable } from "./keys-table";
import { NewKey } from "./new-key";
import { shownOnce } from "./shown-once";

export default signedInPage("/settings/keys", async (at, { query }) => {
  const cursor = query.get("cursor") ?? undefined;
  const { keys } = words();
  const page = await listKeys(at, { limit: 100, cursor });
  return (
    <>
      <SettingsNav current="keys" />
      <PageHeader title={keys.title} lead={keys.lead} />
      {query.get("revoked") === "1" && !shownOnce() && <Notice tone="success">{keys.revoked}</Notice>}
      <NewKey />
      <KeysTable keys={page.items} timeZone={at.tenant.timeZone} />
      <Pager
        {...(cursor && { first: "/settings/keys" })}
        {...(page.nextCursor && { next: `/settings/keys?cursor=${page.nextCursor}` })}
      />
    </>
  );
});
