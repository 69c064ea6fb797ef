import { apex, apiDocs, architectures, features, placements } from "./en/apex";
import { commands, search } from "./en/commands";
import { boards, dashboard, histogram, period, samples, spinList, trend, week, welcome } from "./en/dashboard";
import { errors, faults, invalid } from "./en/errors";
import { forms } from "./en/forms";
import { columns, imports, oneImport } from "./en/imports";
import { key, keys } from "./en/keys";
import { lists } from "./en/lists";
import { operator, operatorLog } from "./en/operator";
import { onePerson, people } from "./en/people";
import { account, door, errorPage, site } from "./en/site";
import { merging, oneSpinner, spinners } from "./en/spinners";
import { flick, landing, spinning } from "./en/spinning";
import { oneSpin, spins } from "./en/spins";
import { comparison, records, subject } from "./en/subjects";
import { theme } from "./en/theme";
import { units } from "./en/units";
import { oneWall, settings, wall, walls } from "./en/walls";

/** Every word that a person reads, in English. Another language is a file like this one, of the type `Words`. */
export const en = {
  language: "en",
  ...{ units, lists, forms, errors, faults, invalid },
  ...{ commands, search, site, theme, door, errorPage, account },
  ...{ dashboard, welcome, samples, period, trend, boards, histogram, week, spinList },
  ...{ spinning, flick, landing, spins, oneSpin, imports, oneImport, columns },
  ...{ spinners, oneSpinner, merging, people, onePerson, subject, records, comparison },
  ...{ settings, keys, key, walls, oneWall, wall, operator, operatorLog },
  ...{ apex, features, placements, architectures, apiDocs },
};
