import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { formatDateTime } from "@/app/_ui/format";
import { PageHeader } from "@/app/_ui/page-header";
import { StatList } from "@/app/_ui/stat-list";
import { getKey } from "@/lib/api-keys/list";
import { signedInPage } from "../../../../signed-in-page";
import { endKey } from "../actions";
import { MAY } from "../keys-table";

export default signedInPage("/settings/keys/[id]", async (at, { id }) => {
  const { name, scope, createdAt, lastUsedAt, revokedAt } = await getKey(at, id);
  const when = (time: Date | null) => (time ? formatDateTime(time.toISOString(), at.tenant.timeZone) : "–");
  const stats = [
    { label: "May", value: MAY[scope] },
    { label: "Made", value: when(createdAt) },
    { label: "Last used", value: when(lastUsedAt) },
    ...(revokedAt ? [{ label: "Revoked", value: when(revokedAt) }] : []),
  ];
  return (
    <>
      <PageHeader
        title={name}
        lead={revokedAt ? "This key is revoked." : "Whoever has this key is refused from the moment you revoke it."}
      />
      <StatList stats={stats} />
      {!revokedAt && (
        <ActionForm action={endKey}>
          <input type="hidden" name="id" value={id} />
          <Button>Revoke this key</Button>
        </ActionForm>
      )}
      <p>
        <a href="/settings/keys">All keys</a>
      </p>
    </>
  );
});
