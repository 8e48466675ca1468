import type { RouteAnswer } from '#http-api/routes';

type SupplementView = RouteAnswer<'GET /api/tickets/:id'>['supplements'][number];

/** As `json_agg` gives it: instants are text; with its bringer's name. */
export interface SupplementJson {
  readonly at: string;
  readonly actor: string;
  readonly byName: string | null;
  readonly text: string;
}

/** What was added to `ticket.ticket t`, without what was erased. */
export const supplementsOfPage = `(SELECT json_agg(g ORDER BY g.seq) FROM (
  SELECT s.seq, s.at, s.actor, o.name AS "byName", s.text->>'text' AS text FROM ticket.history s
  LEFT JOIN ticket.account o ON o.id = CASE WHEN s.actor ~ '^[0-9a-f-]{36}$' THEN s.actor::uuid END
  WHERE s.ticket_id = t.id AND s.name = 'supplement' AND s.text IS NOT NULL
) g)`;

/** What was added, without what the caller may not know of the citizen. */
export const supplementViews = (
  added: readonly SupplementJson[],
  conceal: (text: string) => string,
): SupplementView[] =>
  added.map(({ at, actor, byName, text }) => ({
    at: new Date(at).toISOString(),
    fromCitizen: actor === 'citizen',
    by: byName ?? actor,
    text: conceal(text),
  }));
