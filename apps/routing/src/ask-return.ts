import { needsArbitration } from '#ticket/assignments';
import { andThen, type Moved } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import { partOf } from '#ticket/ticket';
import type { TransitionInput } from '#ticket/transition-input';
import { pastClocks } from '#store/clock-rows';
import type { Sql } from '#store/sql';
import { returnRow } from '#store/ticket-rows';
import type { Decision } from '#store/ticket-store';

/** 申请退单: asks the hotline to take a ticket back, after whatever moved it before. @throws TransitionRefused */
export async function askReturn(
  sql: Sql,
  moved: Moved,
  { input, id }: { input: TransitionInput['return']; id: string },
  context: MoveContext,
): Promise<Decision> {
  const { ticket } = moved;
  const past = await pastClocks(sql, ticket.id, context.at);
  const departmentId = partOf(ticket, input)?.departmentId ?? '';
  const asked = { ...input, id, departmentId, at: context.at, needsArbitration: needsArbitration(ticket) };
  const returned = andThen(moved, 'return', input, { ...context, pastClocks: past });
  return { ...returned, rows: { 'ticket.return_request': [returnRow(ticket.id, asked)] } };
}
