/** What a form that was not accepted says, beside what had been typed. */
export interface FormOutcome {
  /** What stands above the fields. */
  message?: string;
  /** What is wrong with a field, by its name. */
  faults?: Record<string, string>;
  /** What is wrong and belongs to no field. */
  others?: string[];
}

/** What a form is sent to. */
export type FormAction = (before: FormOutcome, data: FormData) => Promise<FormOutcome>;

/** The field that makes a form a question: what is wrong with it so far? */
export const CHECK = "check-only";
