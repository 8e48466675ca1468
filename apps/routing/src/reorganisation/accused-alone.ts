import { isInOpenState, openPartOf } from '#store/open-tickets';
import type { Directory } from '#platform/directory';
import type { ReorganisationKind } from './reorganisation-plan';

/** Which end, and who takes their place; ids. */
export interface Succession {
  readonly kind: ReorganisationKind;
  readonly sources: readonly string[];
  readonly heirs: readonly string[];
}

/** Whom a complaint may be about, and which departments would answer for them. */
export interface Answering {
  readonly subject: string;
  readonly answering: readonly string[];
}

/** A complaint whose only handlers would be those it is about; `$1` is a list of `Answering` as JSON (domain.md §7). */
export const accusedAlone = `t.type IN ('complaint', 'report') AND ${isInOpenState} AND EXISTS (
  SELECT 1 FROM jsonb_to_recordset($1::jsonb) AS g(subject uuid, answering jsonb)
  WHERE g.subject = t.subject_department_id AND g.answering ? t.lead_department_id::text AND NOT EXISTS (
    SELECT 1 FROM ticket.assignment p WHERE p.ticket_id = t.id AND p.role = 'co-handler' AND p.parent_id IS NULL
      AND ${openPartOf('p')} AND NOT g.answering ? p.department_id::text))`;

/** Who would answer for whom once others have taken their places: those that end, their heirs, and all above these. */
export function answeringAfter({ kind, sources, heirs }: Succession, directory: Directory): Answering[] {
  if (kind === 'area') return [];
  const subjects = new Set([...sources, ...heirs.flatMap((heir) => directory.departmentAndAbove(heir))]);
  return [...subjects].map((subject) => {
    const now = directory.unitsOf(subject);
    const next = sources.includes(subject) ? heirs.flatMap((heir) => directory.unitsOf(heir)) : [];
    const units = new Set([...now, ...next]);
    // What ends below one of them is answered for by its heir there.
    if (heirs.some((heir) => units.has(heir))) for (const id of sources) units.add(id);
    return { subject, answering: [...units] };
  });
}
