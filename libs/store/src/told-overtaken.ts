import { isOneOf } from '#ticket/actor';
import type { Overtaken } from '#ticket/overtaken';
import { transitions, type TransitionName } from '#ticket/transition';
import { TransitionRefused } from '#ticket/transition-refused';
import { shanghaiOffsetMs } from './shanghai-date';
import type { Sql } from './sql';
import type { Writer } from './writer';

interface LastStep {
  readonly name: TransitionName;
  readonly at: Date;
  readonly actor: string;
  readonly person: string | null;
}

/** Who of the hotline or a department did what is told to nobody outside. */
const outside = ['citizen', 'channel', 'system'] as const;

/**
 * The refusal of whoever came too late, with who did what meanwhile; as it was, where it was their own doing, and so is any
 * other error.
 */
export async function toldOvertaken(sql: Sql, ticketId: string, error: unknown, writer: Writer): Promise<unknown> {
  if (!(error instanceof TransitionRefused) || !error.overtaken || isOneOf(writer, outside)) return error;
  const step = await lastStep(sql, ticketId, error.overtaken);
  if (!step || step.actor === writer.id) return error;
  return new TransitionRefused(error.transition, error.state, `${error.detail}（${stepWords(step)}）`);
}

/** The step that brought the ticket into its state, or the last one of a part: a lead's is over with the approval of its reply. */
const lastStep = (sql: Sql, ticketId: string, { partId }: Overtaken): Promise<LastStep | undefined> =>
  sql.about(ticketId).one<LastStep & Record<string, unknown>>(
    `SELECT h.name, h.at, h.actor, (SELECT a.name FROM ticket.account a
         WHERE a.id = CASE WHEN h.actor ~ '^[0-9a-f-]{36}$' THEN h.actor::uuid END) AS person
     FROM ticket.history h
     WHERE h.ticket_id = $1 AND CASE WHEN $2::text IS NULL THEN h."from" IS DISTINCT FROM h."to"
         ELSE h.data ->> 'assignmentId' = $2 OR h.data -> 'ended' ? $2
           OR h.data -> 'assigned' @> jsonb_build_array(jsonb_build_object('id', $2::text))
           OR (h.name = 'approve' AND EXISTS (SELECT 1 FROM ticket.assignment p
             WHERE p.ticket_id = h.ticket_id AND p.id = $2::uuid AND p.role = 'lead')) END
     ORDER BY h.seq DESC LIMIT 1`,
    [ticketId, partId],
  );

/** 派单员王敏已于9月14日09:30派单 */
function stepWords({ name, at, actor, person }: LastStep): string {
  const [date = '', time = ''] = new Date(at.getTime() + shanghaiOffsetMs).toISOString().split('T');
  const [, month, day] = date.split('-').map(Number);
  const who = person ?? (actor === 'citizen' ? '诉求人' : '系统');
  return `${who}已于${month ?? ''}月${day ?? ''}日${time.slice(0, 5)}${transitions[name].label}`;
}
