/** What every form says. */
export const forms = {
  offline: "This could not be sent. What you typed is still here: please try again when you are connected.",
  undo: "Undo",
};
