import { DoneNotice } from "@/app/_ui/done-notice";
import { knownUndo } from "@/lib/http/undo-token";
import type { TenantScope } from "@/lib/tenancy/scope";
import { words } from "@/lib/words/words";
import { undoRenaming } from "./actions";

interface PersonNoticesProps {
  at: TenantScope;
  query: URLSearchParams;
}

/** What was just done to a person's name, as the address tells, and the way back. */
export function PersonNotices({ at, query }: PersonNoticesProps) {
  const { onePerson: say } = words();
  const token = knownUndo(at, "person-renamed", query.get("renamed"));
  if (token) return <DoneNotice undo={{ action: undoRenaming, token }}>{say.renamed}</DoneNotice>;
  return query.get("undone") === "1" && <DoneNotice>{say.undone}</DoneNotice>;
}
