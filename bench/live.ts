import { notifying } from "./live-notify";
import { streaming } from "./live-streams";

/** What telling open dashboards costs whoever stores spins, and a thousand open streams. */
export async function live(): Promise<void> {
  await notifying();
  await streaming();
}
