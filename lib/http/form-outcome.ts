import type { Fault } from "@/lib/app-error";

/** What a form that was not accepted says, beside what had been typed. */
export interface FormOutcome {
  message?: string;
  faults?: Fault[];
}
