import { Injectable } from '@nestjs/common';
import { maskNumbers } from '#ticket/mask-identity';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { holdSelect, type HoldRow } from '#store/hold-rows';
import { idOrNothing } from '#store/uuid-v7';
import { askedSignOff, type AskedBeforeHead } from '#platform/asked-sign-off';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Directory } from '#platform/directory';
import { findBesideTicket } from '#platform/find-beside-ticket';
import { personOrService, type Named } from '#platform/person-named';
import { inScope } from '#platform/scope';

export type HoldAnswer = RouteAnswer<'POST /api/holds/:id/end'>;
export type AskedHold = RouteAnswer<'POST /api/assignments/:id/request-hold'>;
type Query = RouteInput<'GET /api/holds'>['query'];
type FoundHold = HoldRow & { asker: Named | null; decider: Named | null };

const select = `${holdSelect}, ${personOrService('h.asked_by')} AS asker, ${personOrService('h.decided_by')} AS decider`;

/** Entries of the ledger as they are read: by their list, or one of them. */
@Injectable()
export class HoldReading {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  /** By the date of review; what is to be reviewed first comes first. */
  async list(query: Query, caller: Caller): Promise<RouteAnswer<'GET /api/holds'>> {
    const { ticketId, departmentId, state = ticketId ? undefined : 'open', limit } = query;
    const [at, after] = readCursor(query.cursor, 'instant', 'id') ?? [];
    const values: unknown[] = [];
    const conditions = [
      inScope(caller, values),
      ...(state ? [`h.state = $${values.push(state)}`] : []),
      ...(departmentId ? [`h.department_id = $${values.push(idOrNothing(departmentId))}::uuid`] : []),
      ...(ticketId ? [`h.ticket_id = $${values.push(ticketId)}`] : []),
      ...(at ? [`(h.review_at, h.id) > ($${values.push(at)}::timestamptz, $${values.push(after)}::uuid)`] : []),
    ];
    const rows = await this.database.lists.query<FoundHold>(
      `SELECT ${select} FROM ticket.hold h JOIN ticket.ticket t ON t.id = h.ticket_id
       WHERE ${conditions.join(' AND ')} ORDER BY h.review_at, h.id LIMIT ${limit + 1}`,
      values,
    );
    const { shown, nextCursor } = cut(rows, limit, ({ reviewAt, id }) => [reviewAt, id]);
    return { items: shown.map((row) => this.view(row)), nextCursor };
  }

  /** @throws NotFound outside the caller's scope */
  find(id: string, caller: Caller): Promise<FoundHold> {
    const holds = { what: 'hold', select, table: 'ticket.hold', as: 'h' };
    return findBesideTicket<FoundHold>(this.database.lists, holds, id, caller);
  }

  /** @throws NotFound as above */
  async one(id: string, caller: Caller): Promise<HoldAnswer> {
    return this.view(await this.find(id, caller));
  }

  /** As it was asked, also while it waits for the head's signature. @throws NotFound as above */
  async asked(id: string, caller: Caller): Promise<AskedHold> {
    const put = await askedSignOff(this.database.lists, 'hold', id, caller);
    return put ? this.unsigned(put) : this.one(id, caller);
  }

  private unsigned({ asked, requestState, ...row }: AskedBeforeHead): AskedHold {
    const said = (asked ?? {}) as unknown as Pick<HoldAnswer, 'plan' | 'responsible' | 'reviewAt'>;
    const times = { reviewAt: new Date(said.reviewAt), endedAt: null };
    return { ...this.view({ ...row, ...said, ...times } as unknown as FoundHold), state: requestState };
  }

  private view(row: FoundHold): HoldAnswer {
    const { departmentId, reviewAt, askedBy, asker, askedAt, decider, decidedAt, endedAt, ...same } = row;
    return {
      ...same,
      title: maskNumbers(row.title),
      ticketState: row.ticketState as HoldAnswer['ticketState'],
      department: { id: departmentId, name: this.directory.departmentName(departmentId) },
      reviewAt: reviewAt.toISOString(),
      askedBy: asker ?? { id: askedBy, name: '系统' },
      askedAt: askedAt.toISOString(),
      decidedBy: decider,
      decidedAt: decidedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
    };
  }
}
