import { Injectable } from '@nestjs/common';
import { move } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import { partOf as foundPart, type Assignment, type Ticket } from '#ticket/ticket';
import type { TransitionInput } from '#ticket/transition-input';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import { TicketStore, type Decision } from '#store/ticket-store';
import { AnsweredIssues } from '#platform/answered-issues';
import { askSignature } from '#platform/ask-signature';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { Refusal, refusalAt } from '#platform/problems';
import { scopeOf } from '#platform/scope';
import { TicketAttachments } from '#platform/ticket-attachments';

type Decide = (ticket: Ticket, part: Assignment, context: MoveContext) => Decision | Promise<Decision>;
/** What is answered; for many at once, by what is found of each. */
type Said = Omit<TransitionInput['reply'], 'assignmentId'>;
export type SaidOf = (ticket: Ticket, part: Assignment, at: Date) => Said;

/** What is done to one part of a ticket, alone or as one of many. */
@Injectable()
export class PartActs {
  constructor(
    private readonly store: TicketStore,
    private readonly attachments: TicketAttachments,
    private readonly issues: AnsweredIssues,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /** Finds the ticket of a part in the caller's scope, and moves it. */
  async act(id: string, caller: Caller, decide: Decide): Promise<void> {
    const which = { part: id, departmentIds: scopeOf(caller) };
    await this.store.move(which, caller, (ticket, context) => decide(ticket, partOf(ticket, id), context));
  }

  sign(id: string, caller: Caller): Promise<void> {
    return this.act(id, caller, (ticket, part, context) =>
      move(ticket, part.role === 'lead' ? 'sign' : 'coSign', { assignmentId: part.id }, context),
    );
  }

  /** Submits it, or puts it before the department's head where they sign replies. */
  reply(id: string, caller: Caller, saidOf: SaidOf): Promise<void> {
    return this.act(id, caller, async (ticket, part, context) => {
      const input = { assignmentId: part.id, ...saidOf(ticket, part, context.at) };
      const name = part.role === 'lead' ? 'reply' : 'coReply';
      if (name === 'coReply' && input.issueId) throw refusalAt('issueId', '协办反馈不归入热点事项，由主办单位归入');
      const moved = move(ticket, name, input, context);
      await this.issues.check(input.issueId, caller);
      await this.attachments.check(ticket, input.attachmentIds, caller);
      if (!this.directory.signsOff(part, 'reply')) return moved;
      return askSignature(this.database.sql, ticket, context, { kind: 'reply', input });
    });
  }

  /** 更正. Where the head signs replies, nobody else corrects one. */
  correct(id: string, caller: Caller, said: Omit<TransitionInput['correctReply'], 'assignmentId'>): Promise<void> {
    return this.act(id, caller, async (ticket, part, context) => {
      const moved = move(ticket, 'correctReply', { assignmentId: part.id, ...said }, context);
      if (this.directory.signsOff(part, 'reply') && !caller.roles.includes('department-head'))
        throw new Refusal('forbidden', '本单位的反馈由审签领导签发，须由领导更正');
      await this.attachments.check(ticket, said.attachmentIds, caller);
      return moved;
    });
  }
}

/** @throws NotFound */
export function partOf(ticket: Ticket, assignmentId: string): Assignment {
  const part = foundPart(ticket, { assignmentId });
  if (!part) throw new NotFound('assignment');
  return part;
}
