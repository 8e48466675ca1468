import type { TrackedView, TrackingPair } from '#http-api/tracking-shapes';

/** What every act of the citizen is given. */
export interface ActProps {
  readonly pair: TrackingPair;
  readonly view: TrackedView;
  /** It was done: the ticket as it stands now, and what to say of it. */
  readonly onDone: (view: TrackedView, words: string) => void;
}
