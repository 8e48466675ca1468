import { Injectable } from '@nestjs/common';
import { issueDaysShown } from '#ticket/issue';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { shanghaiDate } from '#store/shanghai-date';
import type { Caller } from '#platform/caller';
import { membersInScope } from '#platform/scope';
import { orders, TicketLists } from '#platform/ticket-lists';
import { IssueReading } from './issue-reading';
import { milestoneSelect } from './issue-select';

export type IssueView = RouteAnswer<'GET /api/issues/:id'>;

const dayMs = 86_400_000;

/** One hot issue with everything its page shows. */
@Injectable()
export class IssuePages {
  constructor(
    private readonly database: Database,
    private readonly reading: IssueReading,
    private readonly lists: TicketLists,
  ) {}

  /** @throws NotFound also for one that is out of scope */
  async one(id: string, caller: Caller): Promise<IssueView> {
    const { row, summary } = await this.reading.one(id, caller);
    const [days, milestones, answer] = await Promise.all([
      this.days(id, caller),
      this.milestones(id, caller),
      this.answer(id, caller),
    ]);
    return {
      ...summary,
      createdAt: row.createdAt.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
      joinedIntoId: row.joinedIntoId,
      ...{ days, milestones, answer },
    };
  }

  /** @throws NotFound */
  async tickets(
    id: string,
    query: RouteInput<'GET /api/issues/:id/tickets'>['query'],
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/issues/:id/tickets'>> {
    await this.reading.one(id, caller);
    return this.lists.page(caller, {
      from: () => 'ticket.issue_member m JOIN ticket.ticket t ON t.id = m.ticket_id',
      conditions: ['m.issue_id = $1'],
      values: [id],
      order: orders['-registeredAt'],
      ...query,
    });
  }

  private async days(id: string, caller: Caller): Promise<IssueView['days']> {
    const { at, values } = await this.reading.asked(caller);
    const first = shanghaiDate(new Date(at.getTime() - issueDaysShown * dayMs));
    const places = [`$${values.push(id)}`, `$${values.push(first)}`];
    return this.database.sql.query<IssueView['days'][number]>(
      `SELECT m.day::text AS day, count(*)::int AS tickets FROM ticket.issue_member m
       WHERE m.issue_id = ${places[0]} AND m.day > ${places[1]} AND m.counted AND ${membersInScope(caller, values)}
       GROUP BY m.day ORDER BY m.day`,
      values,
    );
  }

  private async milestones(id: string, caller: Caller): Promise<IssueView['milestones']> {
    const asked = await this.reading.asked(caller);
    const statement = milestoneSelect(asked, id);
    return this.database.sql.query<IssueView['milestones'][number]>(statement, asked.values);
  }

  private async answer(id: string, caller: Caller): Promise<IssueView['answer']> {
    const { at } = await this.reading.asked(caller);
    const row = await this.database.sql.one<NonNullable<IssueView['answer']>>(
      `SELECT b.id AS "broadcastId", b.version, b.text FROM ticket.broadcast b
       WHERE b.issue_id = $1 AND b.withdrawn_at IS NULL AND b.valid_from <= $2 AND b.valid_to > $2 ORDER BY b.id DESC LIMIT 1`,
      [id, at],
    );
    return row ?? null;
  }
}
