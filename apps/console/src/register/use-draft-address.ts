import { useEffect } from 'react';
import type { DraftSaver } from './draft-saver';
import { useDraftState } from './use-draft-state';

/** The draft stands in the page's address once it is kept: a page that is loaded again, or a link, opens it. */
export function useDraftAddress(saver: DraftSaver, open: (draftId?: string) => void): void {
  const state = useDraftState(saver);
  const { id } = saver;
  useEffect(() => {
    if (id !== undefined && state !== 'empty') open(id);
    // Only when it gets an id: `open` is another function each time.
  }, [id]);
  // Whoever leaves the page may not come back.
  useEffect(() => () => void saver.settle(), [saver]);
}
