import { actAsOperator } from "@/lib/db/servers";
import { processWide } from "@/lib/process-wide";

function state(): { isConsole: boolean } {
  return processWide("console", () => ({ isConsole: false }));
}

/** Makes this process the operator's console: from now on it can reach every tenant, so it must serve none. */
export function openConsole(adminUrl: string): void {
  actAsOperator(adminUrl);
  state().isConsole = true;
}

/** Whether this process is the console. */
export function isConsole(): boolean {
  return state().isConsole;
}
