import type { ListItem } from '#http-api/list-route';

export type DeskRow = ListItem<'GET /api/assignments'>;

/** Parts that were chosen on the desk, to do one thing to all of them. */
export interface ManyParts {
  readonly rows: readonly DeskRow[];
  readonly onDone: () => void;
}
