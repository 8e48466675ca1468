import { useSyncExternalStore } from 'react';
import type { DraftSaver, DraftState } from './draft-saver';

export const useDraftState = (saver: DraftSaver): DraftState => useSyncExternalStore(saver.listen, () => saver.state);
