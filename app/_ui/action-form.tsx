import type { ComponentProps, ReactNode } from "react";
import { words } from "@/lib/words/words";
import { SentForm } from "./sent-form";

interface ActionFormProps extends Pick<ComponentProps<typeof SentForm>, "action" | "checked"> {
  children: ReactNode;
}

/** A form whose refusal is shown above its fields and beside them. Works without JavaScript. */
export function ActionForm({ children, ...form }: ActionFormProps) {
  return (
    <SentForm offline={words().forms.offline} {...form}>
      {children}
    </SentForm>
  );
}
