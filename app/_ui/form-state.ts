/*
 * What a form shows of its state in a browser with scripts. Fields and buttons are drawn by the server and stay its
 * own: a form marks them, as a style sheet would, and needs no script of theirs.
 */

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Puts each fault beside its field and takes off those that are mended; of the fields in `only`, if it is given. */
export function showFaults(
  form: HTMLFormElement,
  faults: Readonly<Record<string, string>> = {},
  only?: ReadonlySet<string>,
): void {
  for (const control of controlsOf(form)) {
    const note = document.getElementById(`${control.id}-fault`);
    if (!note || (only && !only.has(control.name))) continue;
    const fault = faults[control.name];
    note.textContent = fault ?? "";
    note.hidden = fault === undefined;
    if (fault === undefined) control.removeAttribute("aria-invalid");
    else control.setAttribute("aria-invalid", "true");
  }
}

/** Leads to the first field at fault, or else to what the form says as a whole. */
export function focusFirstFault(form: HTMLFormElement): void {
  const found = ["[aria-invalid=true]", "[role=alert]"].map((what) => form.querySelector<HTMLElement>(what));
  found.find((element) => element !== null)?.focus();
}

/** Buttons keep the focus while they wait, which one that is disabled would lose. */
export function markBusy(form: HTMLFormElement, busy: boolean): void {
  for (const button of form.querySelectorAll("button")) {
    for (const name of ["aria-busy", "aria-disabled"]) {
      if (busy) button.setAttribute(name, "true");
      else button.removeAttribute(name);
    }
  }
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(isControl);
}

export function isControl(element: unknown): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}
