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
  account,
  apex,
  apiDocs,
  architectures,
  boards,
  columns,
  commands,
  comparison,
  dashboard,
  door,
  errorPage,
  errors,
  faults,
  features,
  flick,
  forms,
  histogram,
  imports,
  invalid,
  key,
  keys,
  landing,
  lists,
  merging,
  oneImport,
  onePerson,
  oneSpin,
  oneSpinner,
  oneWall,
  operator,
  operatorLog,
  people,
  period,
  placements,
  records,
  samples,
  search,
  settings,
  site,
  spinList,
  spinners,
  spinning,
  spins,
  subject,
  theme,
  trend,
  units,
  wall,
  walls,
  week,
  welcome,
};
