import { useEffect, useRef, type RefObject } from 'react';

/** What takes files, and a form that has such a field. */
const zone = '.upload-zone';

/**
 * Takes files from the clipboard: a field those pasted into its form, a card all that are pasted elsewhere.
 * @param place the element of the field or card
 */
export function usePastedFiles(place: RefObject<HTMLElement | null>, take: (files: File[]) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const hear = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || !isMeant(place.current, event.target)) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', hear);
    return () => document.removeEventListener('paste', hear);
  }, [place]);
}

function isMeant(place: HTMLElement | null, target: EventTarget | null): boolean {
  const form = target instanceof Element ? target.closest('form') : null;
  const own = place?.closest('form') ?? null;
  if (own) return own === form;
  return !form?.querySelector(zone);
}
