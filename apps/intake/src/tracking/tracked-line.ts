import type { State } from '#ticket/state';
import type { TransitionName } from '#ticket/transition';
import type { Sql } from '#store/sql';

/** A line of history as far as its ticket's citizen may hear of it: facts, and of its words only those meant for citizens. */
export interface TrackedLine {
  readonly seq: number;
  readonly at: Date;
  readonly name: TransitionName;
  readonly from: State | null;
  readonly to: State;
  readonly data: Readonly<Record<string, unknown>>;
  /** Somebody of the hotline or a department, by whatever name; or another system, or one of our services. */
  readonly by: 'citizen' | 'staff' | 'other';
  /** What the citizen added, or was answered on the call; null for everything else, and once it was erased. */
  readonly text: string | null;
  /** The legal route that the citizen was told. */
  readonly route: string | null;
  /** What a department proposes to answer; an answer only once it is approved. */
  readonly publicText: string | null;
  /** Whether the department says that it did not reach the citizen. */
  readonly isUnreached: boolean;
}

/** What is internal is not even read. */
const select = `
SELECT h.seq, h.at, h.name, h."from", h."to", h.data,
  CASE WHEN h.actor = 'citizen' THEN 'citizen' WHEN o.id IS NOT NULL THEN 'staff' ELSE 'other' END AS "by",
  CASE WHEN h.name = 'answerOnCall' OR (h.name = 'supplement' AND h.actor = 'citizen') THEN h.text->>'text' END AS text,
  CASE WHEN h.name = 'refer' THEN h.text->>'route' END AS route,
  CASE WHEN h.name IN ('reply', 'correctReply') THEN h.text->>'publicText' END AS "publicText",
  COALESCE(h.name = 'contact' AND h.text->>'notReachedReason' IS NOT NULL, false) AS "isUnreached"
FROM ticket.history h
LEFT JOIN ticket.account o ON o.id = CASE WHEN h.actor ~ '^[0-9a-f-]{36}$' THEN h.actor::uuid END
WHERE h.ticket_id = $1 AND h.name = ANY($2) ORDER BY h.seq`;

/** A ticket's lines of these names, oldest first. */
export const trackedLines = (sql: Sql, ticketId: string, names: readonly TransitionName[]): Promise<TrackedLine[]> =>
  sql.about(ticketId).query<TrackedLine & Record<string, unknown>>(select, [ticketId, names]);
