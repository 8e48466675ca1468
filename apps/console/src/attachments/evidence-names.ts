import type { TicketView } from '../moves/move-target';

/** The files that something names as its evidence, as far as this reader is shown them. */
export const evidenceNames = (files: TicketView['attachments'], ids: readonly string[] | undefined): string =>
  files
    .filter(({ id }) => ids?.includes(id))
    .map(({ name }) => name)
    .join('、');
