import type { SuggestionKind } from '#http-api/suggestion-shapes';
import type { Sql } from '#store/sql';
import { firstIdAt } from '#store/uuid-v7';
import { toBytes } from './model-bytes';
import { SuggestionModel, type Example, type Figures } from './suggestion-model';
import type { Learning } from './training-process';

/** One version, as it is stored. */
export interface Trained {
  readonly examples: number;
  readonly figures: Figures;
  readonly bytes: Uint8Array;
}

const dayMs = 86_400_000;
/** What was longer ago was dispatched by other rules, and more tickets than this teach little. */
const [learntDays, mostTickets] = [730, 10_000] as const;
/** A department that has not returned it so long keeps it: the longest window to return is two working days. */
const keptDays = 14;
const labelOf = {
  category: 't.category_code',
  department: 'a.department_id::text',
} as const satisfies Record<SuggestionKind, string>;

/** Once the hotline has approved its reply, or after so long on its desk without a return; one that waits to be decided is none of both. */
const isKept = `(a.state = 'answered' AND a.answered_at IS NOT NULL) OR (a.state = 'working' AND a.dispatched_at < $2)`;

/**
 * Learns from what was dispatched and not returned: of each ticket its last lead, so that one whose return was upheld
 * teaches the department that had it afterwards. Null while there is too little.
 */
export async function learnSuggestions(sql: Sql, { kind, now, targetPrecision }: Learning): Promise<Trained | null> {
  const examples = await sql.query<Example & Record<string, unknown>>(
    `SELECT t.title, t.content AS text, ${labelOf[kind]} AS label
     FROM ticket.ticket t JOIN ticket.assignment a ON a.ticket_id = t.id AND a.id = t.lead_id
     WHERE t.id >= $1 AND ${labelOf[kind]} IS NOT NULL AND t.erased_at IS NULL AND (${isKept})
     ORDER BY t.id DESC LIMIT ${mostTickets}`,
    [firstIdAt(new Date(now.getTime() - learntDays * dayMs)), new Date(now.getTime() - keptDays * dayMs)],
  );
  const model = SuggestionModel.train(examples, targetPrecision);
  if (!model) return null;
  return { examples: model.learnt.examples, figures: model.learnt.figures, bytes: toBytes(model) };
}
