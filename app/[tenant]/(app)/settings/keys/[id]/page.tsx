import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { formatDateTime } from "@/app/_ui/format";
import { PageHeader } from "@/app/_ui/page-header";
import { StatList } from "@/app/_ui/stat-list";
import { getKey } from "@/lib/api-keys/list";
import { words } from "@/lib/words/words";
import { signedInPage } from "../../../../signed-in-page";
import { endKey } from "../actions";

export default signedInPage("/settings/keys/[id]", async (at, { id }) => {
  const { name, scope, createdAt, lastUsedAt, revokedAt } = await getKey(at, id);
  const { key, keys, units } = words();
  const when = (time: Date | null) => (time ? formatDateTime(time.toISOString(), at.tenant.timeZone) : units.none);
  const stats = [
    { label: key.mayWhat, value: keys.may[scope] },
    { label: keys.made, value: when(createdAt) },
    { label: keys.lastUsed, value: when(lastUsedAt) },
    ...(revokedAt ? [{ label: keys.revokedAt, value: when(revokedAt) }] : []),
  ];
  return (
    <>
      <PageHeader title={name} tab={key.title(name)} lead={revokedAt ? key.isRevoked : key.warning} />
      <StatList stats={stats} />
      {!revokedAt && (
        <ActionForm action={endKey}>
          <input type="hidden" name="id" value={id} />
          <Button>{key.revoke}</Button>
        </ActionForm>
      )}
      <p>
        <a href="/settings/keys">{key.all}</a>
      </p>
    </>
  );
});
