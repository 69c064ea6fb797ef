import type { Fault } from "@/lib/app-error";
import type { Mapping } from "./read-spins";

export type State =
  | "uploading"
  | "uploaded"
  | "checking"
  | "checked"
  | "faulty"
  | "storing"
  | "stored"
  | "cancelled"
  | "failed";

/** A file of spins on its way in. */
export interface Import {
  id: string;
  fileName: string;
  state: State;
  mapping: Mapping | null;
  bytes: number;
  /** How many of the bytes have been gone through in the present state. */
  progress: number;
  rows: number;
  /** Stored; or before that, how many would be. */
  accepted: number;
  /** Known before; or before storing, how many are. */
  duplicates: number;
  faults: Fault[];
  /** Whether somebody worked on it who is not there any more: it can be begun again. */
  interrupted: boolean;
}
