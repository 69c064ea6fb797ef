"use client";

import { useEffect } from "react";

/** Whether this document has shown a page before. */
let shown = false;

/** Leads the focus into a page that a form led to, as a browser does on a page of its own; stands at its end. */
export function Arrival() {
  useEffect(() => {
    if (shown && document.activeElement === document.body) document.getElementById("main")?.focus();
    shown = true;
  }, []);
  return null;
}
