import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { words } from "@/lib/words/words";
import { signOut } from "./actions";

export function SignOut() {
  return (
    <ActionForm action={signOut}>
      <Button variant="quiet">{words().site.signOut}</Button>
    </ActionForm>
  );
}
