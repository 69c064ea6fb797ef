"use client";

import { useEffect, useRef } from "react";

/** Gives the focus to what it stands in, where that comes without a new page: on a new one `autofocus` does. */
export function TakeFocus() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    mark.current?.parentElement?.focus();
  }, []);
  return <span ref={mark} hidden />;
}
