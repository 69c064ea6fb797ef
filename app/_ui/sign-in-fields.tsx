import { typedBefore } from "@/lib/http/answer-form";
import { words } from "@/lib/words/words";
import { Button } from "./button";
import { Field } from "./field";

/** What a door asks for. An address that was refused is not typed twice. */
export function SignInFields() {
  const { door } = words();
  return (
    <>
      <Field
        label={door.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={typedBefore("email")}
      />
      <Field label={door.password} name="password" type="password" autoComplete="current-password" required />
      <Button>{door.signIn}</Button>
    </>
  );
}
