import { words } from "@/lib/words/words";
import { chooseTheme } from "./choose";
import { chosenTheme, THEMES, type Theme } from "./theme";

/** Goes round the themes: the one shown is pressed on to the next. */
export async function ThemeSwitch() {
  const { theme } = words();
  const chosen = await chosenTheme();
  const next = THEMES[(THEMES.indexOf(chosen) + 1) % THEMES.length] ?? "system";
  return (
    <form action={chooseTheme}>
      <button
        type="submit"
        className="icon-button"
        name="theme"
        value={next}
        aria-label={theme.switch(theme[chosen], theme[next])}
        title={theme.switch(theme[chosen], theme[next])}
      >
        <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">
          <path d={ICONS[chosen]} />
        </svg>
      </button>
    </form>
  );
}

/** A screen, a sun, a moon; drawn as lines. */
const ICONS: Record<Theme, string> = {
  system: "M4 5h16v11H4zM9 20h6M12 16v4",
  light: "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
  dark: "M20 14A8.5 8.5 0 1 1 10 4A7 7 0 0 0 20 14z",
};
