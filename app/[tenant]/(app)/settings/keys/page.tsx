import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Pager } from "@/app/_ui/pager";
import { listKeys } from "@/lib/api-keys/list";
import { signedInPage } from "../../../signed-in-page";
import { KeysTable } from "./keys-table";
import { NewKey } from "./new-key";
import { shownOnce } from "./shown-once";

export default signedInPage("/settings/keys", async (at, { query }) => {
  const cursor = query.get("cursor") ?? undefined;
  const page = await listKeys(at, { limit: 100, cursor });
  return (
    <>
      <PageHeader title="Keys" lead="What devices and other systems show to record spins and read figures here." />
      {query.get("revoked") === "1" && !shownOnce() && (
        <Notice tone="success">Revoked. It is refused from now on.</Notice>
      )}
      <NewKey />
      <KeysTable keys={page.items} timeZone={at.tenant.timeZone} />
      <Pager
        {...(cursor && { newest: "/settings/keys" })}
        {...(page.nextCursor && { next: `/settings/keys?cursor=${page.nextCursor}` })}
      />
    </>
  );
});
