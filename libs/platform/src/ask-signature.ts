import { move } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import type { SignOffKind } from '#ticket/sign-off';
import { partOf, type Ticket } from '#ticket/ticket';
import type { TransitionInput } from '#ticket/transition-input';
import { signOffRow, waitingSignOff } from '#store/sign-off-rows';
import type { Sql } from '#store/sql';
import type { Decision } from '#store/ticket-store';
import { Refusal } from './problems';

type Requested = Exclude<SignOffKind, 'reply'>;
type Draft = Omit<TransitionInput['draftReply'], 'signOffId'>;
type Request = Omit<TransitionInput['askSignature'], 'signOffId' | 'signOffKind'>;

interface Given {
  /** What it will be once it is signed has the same id. */
  readonly id?: string;
  /** What is handed back with the signature beside the input. */
  readonly kept?: object;
}
type Asked = (
  { readonly kind: 'reply'; readonly input: Draft } | { readonly kind: Requested; readonly input: Request }
) &
  Given;

/**
 * 送签: puts before a department's head what would otherwise be asked of the hotline at once. The caller has made sure that
 * it might be. @throws Refusal while something else of the part waits; TransitionRefused
 */
export async function askSignature(sql: Sql, ticket: Ticket, context: MoveContext, asked: Asked): Promise<Decision> {
  const { kind, input, id = context.newId(), kept } = asked;
  const { assignmentId, ...said } = input;
  if (await waitingSignOff(sql, ticket.id, assignmentId)) throw new Refusal('conflict', '已有事项送签，待单位领导签发');
  const moved =
    kind === 'reply'
      ? move(ticket, 'draftReply', { ...input, signOffId: id }, context)
      : move(ticket, 'askSignature', { ...input, signOffId: id, signOffKind: kind }, context);
  const departmentId = partOf(ticket, input)?.departmentId ?? '';
  const given = { id, assignmentId, departmentId, kind, asked: { ...said, ...kept } };
  const row = signOffRow(ticket.id, { ...given, by: context.actor.id, at: context.at });
  return { ...moved, rows: { 'ticket.sign_off': [row] } };
}
