import { ActionForm } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import { cancelFile, checkFile, storeFile } from "./actions";

const STEPS = {
  check: { action: checkFile, variant: "primary" },
  store: { action: storeFile, variant: "primary" },
  cancel: { action: cancelFile, variant: "quiet" },
} as const;

interface StepProps {
  id: string;
  step: keyof typeof STEPS;
  label: string;
}

/** A button that takes an import one step on. */
export function Step({ id, step, label }: StepProps) {
  const { action, variant } = STEPS[step];
  return (
    <ActionForm action={action}>
      <input type="hidden" name="id" value={id} />
      <Button variant={variant}>{label}</Button>
    </ActionForm>
  );
}
