import { DoneNotice } from "@/app/_ui/done-notice";
import type { FormAction } from "@/lib/http/form-outcome";
import { knownUndo } from "@/lib/http/undo-token";
import type { TenantScope } from "@/lib/tenancy/scope";
import { words } from "@/lib/words/words";
import { undoReinstating, undoRenaming, undoRetiring } from "./undo-actions";

interface SpinnerNoticesProps {
  at: TenantScope;
  query: URLSearchParams;
}

/** What was just done to a spinner, as its address tells, and the way back. */
export function SpinnerNotices({ at, query }: SpinnerNoticesProps) {
  const { oneSpinner: say, merging } = words();
  const done: { kind: string; text: string; action: FormAction }[] = [
    { kind: "renamed", text: say.renamed, action: undoRenaming },
    { kind: "retired", text: say.nowRetired, action: undoRetiring },
    { kind: "reinstated", text: say.nowReinstated, action: undoReinstating },
  ];
  return (
    <>
      {done.map(({ kind, text, action }) => {
        const token = knownUndo(at, kind, query.get(kind));
        return (
          token && (
            <DoneNotice key={kind} undo={{ action, token }}>
              {text}
            </DoneNotice>
          )
        );
      })}
      {query.get("merged") === "1" && <DoneNotice>{merging.merged}</DoneNotice>}
      {query.get("undone") === "1" && <DoneNotice>{say.undone}</DoneNotice>}
    </>
  );
}
