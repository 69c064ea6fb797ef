import { dashboard } from "./en/dashboard";
import { units } from "./en/units";

/** Every word that a person reads, in English. Another language is a file like this one, of the type `Words`. */
export const en = { language: "en", units, dashboard };
