import { typedBefore } from "@/lib/http/answer-form";
import { Button } from "./button";
import { Field } from "./field";

/** What a door asks for. An address that was refused is not typed twice. */
export function SignInFields() {
  return (
    <>
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={typedBefore("email")}
      />
      <Field label="Password" name="password" type="password" autoComplete="current-password" required />
      <Button>Sign in</Button>
    </>
  );
}
