import type { FormAction } from "@/lib/http/form-outcome";
import { words } from "@/lib/words/words";
import { ActionForm } from "./action-form";
import { Button } from "./button";
import { Notice } from "./notice";

interface DoneNoticeProps {
  /** What was done. */
  children: string;
  /** The way back: what the action finds in the form's field `undo`, as `undoToken` made it. */
  undo?: { action: FormAction; token: string };
}

/** What a form has done, and a button that takes it back. */
export function DoneNotice({ children, undo }: DoneNoticeProps) {
  return (
    <Notice tone="success">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p>{children}</p>
        {undo && (
          <ActionForm action={undo.action}>
            <input type="hidden" name="undo" value={undo.token} />
            <Button variant="quiet">{words().forms.undo}</Button>
          </ActionForm>
        )}
      </div>
    </Notice>
  );
}
