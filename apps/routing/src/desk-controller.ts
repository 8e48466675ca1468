import { Controller } from '@nestjs/common';
import { move, refuseOutOfPlace } from '#ticket/move';
import type { MoveContext } from '#ticket/move-context';
import type { Assignment, Ticket } from '#ticket/ticket';
import { assignmentView } from '#http-api/assignment-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { partClock } from '#store/part-clock';
import { NotFound } from '#store/store-errors';
import { TicketStore, type Decision } from '#store/ticket-store';
import { AnsweredIssues } from '#platform/answered-issues';
import { askSignature } from '#platform/ask-signature';
import type { Caller } from '#platform/caller';
import { checkDepartment } from '#platform/check-department';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { refusalAt } from '#platform/problems';
import { Renders } from '#platform/renders';
import { scopeOf } from '#platform/scope';
import { TicketAttachments } from '#platform/ticket-attachments';
import { askReturn } from './ask-return';
import { Desk } from './desk';
import { ReplyCheck } from './reply-check';

type AssignmentAnswer = RouteAnswer<'GET /api/assignments/:id'>;

/** What a department does with its part of a ticket. A lead's act moves the ticket, a co-handler's only its own part. */
@Controller()
export class DeskController {
  constructor(
    private readonly store: TicketStore,
    private readonly desk: Desk,
    private readonly attachments: TicketAttachments,
    private readonly issues: AnsweredIssues,
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly replyCheck: ReplyCheck,
    renders: Renders,
  ) {
    renders.add(assignmentView, ({ params, caller }) => desk.assignment(params['id'] ?? '', caller));
  }

  @Handles('GET /api/assignments')
  list({ query }: RouteInput<'GET /api/assignments'>, caller: Caller): Promise<RouteAnswer<'GET /api/assignments'>> {
    return this.desk.list(query, caller);
  }

  @Handles('GET /api/assignments/:id')
  one({ params }: RouteInput<'GET /api/assignments/:id'>, caller: Caller): Promise<AssignmentAnswer> {
    return this.desk.assignment(params.id, caller);
  }

  @Handles('POST /api/assignments/:id/sign')
  sign({ params }: RouteInput<'POST /api/assignments/:id/sign'>, caller: Caller): Promise<AssignmentAnswer> {
    return this.act(params.id, caller, (ticket, part, context) =>
      move(ticket, part.role === 'lead' ? 'sign' : 'coSign', { assignmentId: part.id }, context),
    );
  }

  @Handles('POST /api/assignments/:id/contact')
  contact(
    { params, body }: RouteInput<'POST /api/assignments/:id/contact'>,
    caller: Caller,
  ): Promise<AssignmentAnswer> {
    return this.act(params.id, caller, (ticket, part, context) => {
      const { at, ...how } = body;
      return move(ticket, 'contact', { assignmentId: part.id, contactedAt: new Date(at), ...how }, context);
    });
  }

  @Handles('POST /api/assignments/:id/interim-report')
  interimReport(
    { params, body }: RouteInput<'POST /api/assignments/:id/interim-report'>,
    caller: Caller,
  ): Promise<AssignmentAnswer> {
    return this.act(params.id, caller, (ticket, part, context) => {
      const nextAt = body.nextAt ? new Date(body.nextAt) : undefined;
      return move(ticket, 'interimReport', { assignmentId: part.id, text: body.text, nextAt }, context);
    });
  }

  @Handles('POST /api/assignments/:id/sub-dispatch')
  async subDispatch(
    { params, body }: RouteInput<'POST /api/assignments/:id/sub-dispatch'>,
    caller: Caller,
  ): Promise<AssignmentAnswer> {
    const ticketId = await this.desk.ticketOf(params.id, caller);
    await this.store.moveWith(ticketId, caller, async (ticket, context, sql) => {
      refuseOutOfPlace(ticket, 'subDispatch');
      checkDepartment(this.directory, body.departmentId, 'departmentId');
      const partDueAt = (await partClock(sql, ticketId, params.id))?.dueAt;
      const dueAt = body.dueAt ? new Date(body.dueAt) : undefined;
      return move(ticket, 'subDispatch', { assignmentId: params.id, ...body, dueAt, partDueAt }, context);
    });
    return this.desk.assignment(params.id, caller);
  }

  @Handles('POST /api/assignments/:id/return')
  async return(
    { params, body }: RouteInput<'POST /api/assignments/:id/return'>,
    caller: Caller,
  ): Promise<AssignmentAnswer> {
    const ticketId = await this.desk.ticketOf(params.id, caller);
    await this.store.moveWith(ticketId, caller, async (ticket, context, sql) => {
      const part = partOf(ticket, params.id);
      const input = { assignmentId: part.id, ...body };
      if (part.role === 'co-handler') return move(ticket, 'coReturn', input, context);
      const asked = await askReturn(sql, { ticket, lines: [] }, { input, id: context.newId() }, context);
      if (!this.directory.signsOff(part, 'return')) return asked;
      return askSignature(sql, ticket, context, { kind: 'return', input });
    });
    return this.desk.assignment(params.id, caller);
  }

  @Handles('POST /api/assignments/:id/reply')
  reply({ params, body }: RouteInput<'POST /api/assignments/:id/reply'>, caller: Caller): Promise<AssignmentAnswer> {
    return this.act(params.id, caller, async (ticket, part, context) => {
      const name = part.role === 'lead' ? 'reply' : 'coReply';
      if (name === 'coReply' && body.issueId) throw refusalAt('issueId', '协办反馈不归入热点事项，由主办单位归入');
      const input = { assignmentId: part.id, ...body };
      const moved = move(ticket, name, input, context);
      await this.issues.check(body.issueId, caller);
      await this.attachments.check(ticket, body.attachmentIds, caller);
      if (!this.directory.signsOff(part, 'reply')) return moved;
      return askSignature(this.database.sql, ticket, context, { kind: 'reply', input });
    });
  }

  @Handles('POST /api/assignments/:id/check-reply')
  checkReply(
    { params, body }: RouteInput<'POST /api/assignments/:id/check-reply'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/assignments/:id/check-reply'>> {
    return this.replyCheck.of(params.id, body.publicText, caller);
  }

  /** Finds the ticket of a part in the caller's scope, and moves it. */
  private async act(
    id: string,
    caller: Caller,
    decide: (ticket: Ticket, part: Assignment, context: MoveContext) => Decision | Promise<Decision>,
  ): Promise<AssignmentAnswer> {
    const which = { part: id, departmentIds: scopeOf(caller) };
    await this.store.move(which, caller, (ticket, context) => decide(ticket, partOf(ticket, id), context));
    return this.desk.assignment(id, caller);
  }
}

function partOf(ticket: Ticket, id: string): Assignment {
  const part = ticket.assignments.find((each) => each.id === id);
  if (!part) throw new NotFound('assignment');
  return part;
}
