import type { WholeBulletin } from './bulletin-rows';

/** The tickets that a bulletin lists, by their ids. */
export const ticketsIn = ({ sections }: Pick<WholeBulletin, 'sections'>): string[] =>
  sections.flatMap(({ table }) => table.rows.flatMap(({ $ticket }) => (typeof $ticket === 'string' ? [$ticket] : [])));
