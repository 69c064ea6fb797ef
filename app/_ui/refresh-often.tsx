"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Has the page read again every so often while it is looked at: for those who may not open a stream. */
export function RefreshOften({ everyMs }: { everyMs: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (!document.hidden) router.refresh();
    }, everyMs);
    return () => window.clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
