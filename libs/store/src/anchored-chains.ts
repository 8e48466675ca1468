/** The administrative events' chain goes by an id below every ticket's: none is older than 1970. */
const adminChainId = '00000000-0000-0000-0000-000000000001';

export interface AnchoredChains {
  /** Where the chains are kept. */
  readonly table: string;
  /** Their heads: `chain`, a uuid; `seq`, the number of lines; `hash`, that of the last one. */
  readonly heads: string;
  /** A chain of the whole house, beside those of the tickets: the id it goes by, and what it is called. */
  readonly house?: { readonly id: string; readonly name: string };
}

/** Every hash chain whose head is anchored. */
export const anchoredChains: readonly AnchoredChains[] = [
  { table: 'ticket.ticket', heads: `SELECT id AS chain, seq, head AS hash FROM ticket.ticket` },
  {
    table: 'ticket.admin_event',
    heads: `SELECT '${adminChainId}'::uuid AS chain, seq::integer, hash FROM ticket.admin_event
            WHERE seq = (SELECT max(seq) FROM ticket.admin_event)`,
    house: { id: adminChainId, name: 'administrative events' },
  },
];
