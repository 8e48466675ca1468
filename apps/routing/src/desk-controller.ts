import { Controller } from '@nestjs/common';
import { move, refuseOutOfPlace } from '#ticket/move';
import { assignmentView } from '#http-api/assignment-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { partClock } from '#store/part-clock';
import { TicketStore } from '#store/ticket-store';
import { askSignature } from '#platform/ask-signature';
import type { Caller } from '#platform/caller';
import { checkDepartment } from '#platform/check-department';
import { Directory } from '#platform/directory';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { askReturn } from './ask-return';
import { Desk } from './desk';
import { partOf, PartActs } from './part-acts';
import { ReplyCheck } from './reply-check';

type AssignmentAnswer = RouteAnswer<'GET /api/assignments/:id'>;

/** What a department does with its part of a ticket. A lead's act moves the ticket, a co-handler's only its own part. */
@Controller()
export class DeskController {
  constructor(
    private readonly store: TicketStore,
    private readonly desk: Desk,
    private readonly acts: PartActs,
    private readonly directory: Directory,
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
  async sign({ params }: RouteInput<'POST /api/assignments/:id/sign'>, caller: Caller): Promise<AssignmentAnswer> {
    await this.acts.sign(params.id, caller);
    return this.desk.assignment(params.id, caller);
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
  async reply(
    { params, body }: RouteInput<'POST /api/assignments/:id/reply'>,
    caller: Caller,
  ): Promise<AssignmentAnswer> {
    await this.acts.reply(params.id, caller, () => body);
    return this.desk.assignment(params.id, caller);
  }

  @Handles('POST /api/assignments/:id/correct')
  async correct(
    { params, body }: RouteInput<'POST /api/assignments/:id/correct'>,
    caller: Caller,
  ): Promise<AssignmentAnswer> {
    await this.acts.correct(params.id, caller, body);
    return this.desk.assignment(params.id, caller);
  }

  @Handles('POST /api/assignments/:id/check-reply')
  checkReply(
    { params, body }: RouteInput<'POST /api/assignments/:id/check-reply'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/assignments/:id/check-reply'>> {
    return this.replyCheck.of(params.id, body.publicText, caller);
  }

  private async act(id: string, caller: Caller, decide: Parameters<PartActs['act']>[2]): Promise<AssignmentAnswer> {
    await this.acts.act(id, caller, decide);
    return this.desk.assignment(id, caller);
  }
}
