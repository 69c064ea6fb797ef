import { words } from "@/lib/words/words";
import type { Place, Places } from "./places";

/** Where somebody can go within their tenant; `settings`: whether there is anything for them to set. */
export function placesOf(settings: boolean): Places {
  const { site, account, imports, settings: say } = words();
  const settingsPages: Place[] = [
    { name: site.settings, href: "/settings", keys: "g ," },
    { name: say.keys, href: "/settings/keys" },
    { name: say.walls, href: "/settings/walls" },
    { name: say.workspace, href: "/settings/workspace" },
  ];
  return {
    pages: [
      { name: site.dashboard, href: "/", keys: "g d" },
      { name: site.spins, href: "/spins", keys: "g s" },
      { name: site.spinners, href: "/spinners", keys: "g n" },
      { name: site.people, href: "/people", keys: "g p" },
      ...(settings ? settingsPages : []),
      { name: account.title, href: "/account" },
    ],
    actions: [
      { name: site.recordSpin, href: "/spin", keys: "r" },
      ...(settings ? [{ name: imports.title, href: "/spins/import" }] : []),
    ],
  };
}
