export const theme = {
  system: "as the system has it",
  light: "light",
  dark: "dark",
  switch: (now: string, next: string) => `Colours: ${now}. Change to ${next}`,
};
