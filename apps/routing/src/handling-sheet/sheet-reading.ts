import { Injectable } from '@nestjs/common';
import type { ClockKind } from '#ticket/clock-kind';
import type { RouteAnswer } from '#http-api/routes';
import { Database } from '#store/database';
import { seesAll, type Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { findPart } from '#platform/find-part';
import { TicketHistory } from '#platform/ticket-history';
import type { AssignmentJson } from '#platform/ticket-select';
import { TicketViews, type TicketView } from '#platform/ticket-views';
import type { StoredRule } from './due-basis';

type Part = RouteAnswer<'GET /api/assignments/:id'>;
type Told = RouteAnswer<'GET /api/tickets/:id/history'>;

/** A clock of the part. */
export interface PartClock {
  readonly kind: ClockKind;
  readonly state: 'running' | 'met' | 'cancelled';
  readonly dueAt: Date;
  readonly rule: StoredRule;
}

/** Everything that stands in a handling sheet (承办单), as the part's department may read it. */
export interface SheetContents {
  readonly ticket: TicketView;
  readonly part: Part;
  readonly clocks: readonly PartClock[];
  readonly lines: Told['items'];
  /** Whether history goes on where the lines end. */
  readonly isCut: boolean;
}

/** In the order in which they end. */
const shownClocks: readonly ClockKind[] = ['sign', 'contact', 'finish', 'rework'];

/** Lines of history that one sheet tells. */
const mostLines = 200;

/** Reads what a handling sheet is made of. */
@Injectable()
export class SheetReading {
  constructor(
    private readonly database: Database,
    private readonly views: TicketViews,
    private readonly histories: TicketHistory,
    private readonly directory: Directory,
  ) {}

  /** @throws NotFound for a part that does not exist or is another department's */
  async read(id: string, caller: Caller): Promise<SheetContents> {
    const found = await findPart<{ part: AssignmentJson }>(this.database.sql, 'row_to_json(a) AS part', id, caller);
    const part = this.views.assignment(found.part);
    const reader = seesAll(caller) ? this.asDepartment(caller, part.departmentId) : caller;
    const [conceal, ticket, history, clocks] = await Promise.all([
      this.views.concealing(part.ticketId, reader),
      this.views.ticket(part.ticketId, reader),
      this.histories.page(part.ticketId, { limit: mostLines }, reader),
      this.clocks(part),
    ]);
    const told = ({ reply, ...each }: Part): Part => ({
      ...each,
      reply: reply && { ...reply, publicText: conceal(reply.publicText) },
    });
    return {
      ticket: { ...ticket, assignments: ticket.assignments.map(told) },
      part: told(part),
      clocks,
      lines: history.items,
      isCut: history.nextCursor !== null,
    };
  }

  /** Paper goes to the department, whoever prints it. */
  private asDepartment(caller: Caller, departmentId: string): Caller {
    const departmentIds = this.directory.departmentAndBelow(departmentId);
    return { ...caller, roles: ['handler'], departmentId, departmentIds };
  }

  private clocks({ id, ticketId }: Part): Promise<PartClock[]> {
    return this.database.sql.about(ticketId).query<PartClock & Record<string, unknown>>(
      `SELECT kind, state, due_at AS "dueAt", rule FROM ticket.clock
       WHERE ticket_id = $1 AND assignment_id = $2 AND kind = ANY($3) ORDER BY array_position($3, kind), started_at`,
      [ticketId, id, shownClocks],
    );
  }
}
