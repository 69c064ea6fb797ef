/** What may be put into the words of an error. */
export interface ErrorValues {
  /** How long to wait, where that is known. */
  minutes: number;
  /** The line of a file that is at fault. */
  line: string;
}

/** What a page says of an error, by its code. */
export const errors = {
  not_found: "There is nothing at this address.",
  forbidden: "Your role does not allow this.",
  failed: "Something went wrong on our side.",
  unavailable: "The service cannot answer just now. Please try again.",
  scope_nested: "Something went wrong on our side.",
  scope_sealed: "Something went wrong on our side.",
  not_committed: "The change could not be stored.",
  not_migrated: "The service is being brought up to date. Please try again.",
  rate_limited: "Too many requests. Please wait a moment.",

  invalid: "Some fields are not valid.",
  unknown_field: "Some fields are not valid.",
  unknown_parameter: "The address asks for something that this page does not know.",
  range_invalid: "A period ends after it begins, and has at most ten years.",
  cursor_invalid: "This page of the list is not to be had any more. Please start again.",
  undo_invalid: "This cannot be taken back from here.",

  signed_out: "You are signed out. Please sign in again.",
  credentials_wrong: "The e-mail address or the password is wrong.",
  too_many_attempts: ({ minutes }: ErrorValues) => `Too many attempts. Please wait ${minutes} minutes.`,
  password_invalid: "This password cannot be taken.",
  origin_forbidden: "This form was sent from another site.",
  tenant_suspended: "This workspace is suspended. Please write to its owner.",
  tenant_renamed: "This workspace has another address now.",
  time_zone_unknown: "There is no such time zone.",

  samples_present: "There is sample data here already.",
  name_taken: "There is a spinner of this name already.",
  merge_invalid: "These two spinners cannot be merged.",
  email_taken: "Somebody has this e-mail address already.",
  search_invalid: "What is searched for has at most 200 characters.",
  duration_unclear: "How long it spun is not clear.",
  spin_conflict: "This spin is recorded already, with other content.",
  key_made: "This key was made already, and a key is shown only once. Make another.",

  exports_busy: "Other exports are running. Please try again in a moment.",
  reader_stalled: "The export was not read.",
  too_large: "A file has at most 500 MB.",
  form_malformed: "The form did not come in whole.",
  file_missing: "Please choose a file.",
  csv_empty: "The file holds no spins.",
  csv_encoding: "The file is not UTF-8. Please save it as CSV in UTF-8.",
  csv_malformed: ({ line }: ErrorValues) => `Line ${line} is not well formed.`,
  columns_invalid: "The columns of the file do not fit.",
  imports_busy: "Another file is coming in. Please try again when it is here.",
  import_running: "An import is running already. Please wait until it is through.",
  import_over: "This import is over already.",
};

/** What is wrong with one field, by the fault's code. */
export const faults = {
  required: "is required",
  unknown_field: "is not a field here",
  range_invalid: "must not be after the end, nor more than ten years before it",
  search_invalid: "must have at most 200 characters, and no broken ones",
  password_invalid: "must have 8 to 128 characters, and not be one that anybody would try",
  spinner_unknown: "there is no such spinner",
  person_unknown: "there is no such person",
  csv_malformed: "has a quote that is never closed, or that stands where none can",
  csv_empty: "holds no spins",
  csv_encoding: "is not UTF-8",
  cells_missing: "has more or fewer cells than the header",
  column_forbidden: "is not a file’s to say",
  column_doubled: "comes twice",
  column_unknown: "is not a column here",
  column_missing: "is missing",
};

/** The same of what the server calls `invalid`, by the field. */
export const invalid = {
  name: "must have 1 to 120 characters, and no invisible ones",
  email: "must be an e-mail address",
  seconds: "must be seconds from 0.001 to 86400, as 93.5",
  duration_ms: "must be whole milliseconds from 1 to 86400000",
  spun_at: "must be a time with its zone since 2000, not ahead of now",
  spinner: "must be a spinner’s id or name",
  person: "must be a person’s id or e-mail address",
  id: "must be a UUID",
  scope: "must be read or write",
  from: "must be a day",
  to: "must be a day",
  range: "must be 7d, 30d, 90d or all",
  format: "must be csv or ndjson",
  limit: "must be a whole number within bounds",
  sort: "must be a column of the list",
  show: "must be used, retired or all",
};
