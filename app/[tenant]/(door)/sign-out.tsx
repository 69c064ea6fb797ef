import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { signOut } from "./actions";

export function SignOut() {
  return (
    <ActionForm action={signOut}>
      <Button variant="quiet">Sign out</Button>
    </ActionForm>
  );
}
