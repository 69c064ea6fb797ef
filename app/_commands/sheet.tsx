import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";

interface SheetProps {
  label: string;
  /** It has the focus. */
  onOpen: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog above the page; closed by Escape or beside it, and the focus goes back to where it was. */
export function Sheet({ label, onOpen, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it opens once
  useEffect(() => {
    dialog.current?.showModal();
    onOpen();
  }, []);

  function leave({ target }: MouseEvent) {
    if (target === dialog.current) dialog.current.close();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key, and the browser's own
    <dialog ref={dialog} className="sheet" aria-label={label} onClose={onClose} onClick={leave}>
      {children}
    </dialog>
  );
}
