import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import {
  addErasure,
  decideErasure,
  erasureSelect,
  isErasureOpen,
  ticketsOfSameCitizen,
  type Erasure,
} from '#store/erasure-rows';
import { readTicket } from '#store/read-ticket';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid, uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Refusal, refusalAt } from '#platform/problems';

export type ErasureView = RouteAnswer<'POST /api/erasures'>;

type NamedErasure = Erasure & { number: string; asker: string; decider: string | null };

const named = `SELECT e.*, t.number, a.name AS asker, d.name AS decider FROM (${erasureSelect}) e
  JOIN ticket.ticket t ON t.id = e."ticketId" JOIN ticket.account a ON a.id = e."askedBy"
  LEFT JOIN ticket.account d ON d.id = e."decidedBy"`;

/** Citizens who ask to be forgotten: in all their tickets, once these have ended and another person has approved it. */
@Injectable()
export class Erasures {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly clock: Clock,
  ) {}

  async page(state: 'open' | 'done', before: string | null, limit: number): Promise<ErasureView[]> {
    const rows = await this.database.lists.query<NamedErasure>(
      `${named} WHERE e."doneAt" IS ${state === 'open' ? '' : 'NOT '}NULL AND ($1::uuid IS NULL OR e.id < $1)
       ORDER BY e.id DESC LIMIT $2`,
      [before, limit],
    );
    return rows.map(viewOf);
  }

  /** @throws NotFound */
  async one(id: string): Promise<ErasureView> {
    return viewOf(await found(this.database.sql, id));
  }

  async ask({ ticketId, reason }: RouteInput<'POST /api/erasures'>['body'], caller: Caller): Promise<string> {
    const citizenId = await this.citizenOf(ticketId);
    const id = uuidV7(this.clock.now());
    await this.administration.write(
      caller,
      async (sql, askedAt) => {
        await mayAsk(sql, ticketId);
        await addErasure(sql, { id, ticketId, citizenId, reason, askedBy: caller.id, askedAt });
        return changeOf('create', await found(sql, id));
      },
      id,
    );
    return id;
  }

  async decide(id: string, approved: boolean, caller: Caller): Promise<void> {
    await this.administration.write(
      caller,
      async (sql, at) => {
        const asked = await found(sql, id);
        if (asked.decidedAt) throw new Refusal('conflict', '这项申请已有处理结果，请刷新');
        if (asked.askedBy === caller.id) throw new Refusal('forbidden', '本人提出的申请须由他人批准');
        await decideErasure(sql, { id, approved, by: caller.id, at });
        return changeOf(approved ? 'approve' : 'refuse', asked);
      },
      id,
    );
  }

  private async citizenOf(ticketId: string): Promise<string> {
    const ticket = (await readTicket(this.database.sql, ticketId))?.ticket;
    if (!ticket) throw refusalAt('ticketId', '没有这个工单');
    if (!ticket.citizenId) throw new Refusal('conflict', '工单没有诉求人信息，或已经删除');
    return ticket.citizenId;
  }
}

/** @throws Refusal while the citizen waits for an answer, or for an erasure that somebody asked for already. */
async function mayAsk(sql: Sql, ticketId: string): Promise<void> {
  const tickets = await ticketsOfSameCitizen(sql, ticketId);
  const waiting = tickets.filter(({ over }) => !over);
  if (waiting.length > 0)
    throw new Refusal('conflict', `诉求人还有未办结的工单：${waiting.map(({ number }) => number).join('、')}`);
  if (
    await isErasureOpen(
      sql,
      tickets.map(({ id }) => id),
    )
  )
    throw new Refusal('conflict', '这位诉求人已有删除申请，请等待处理');
}

/** Of an erasure only which ticket and whose decision: the reason may name somebody, and events are kept for good. */
const changeOf = (action: 'create' | 'approve' | 'refuse', { id, number }: NamedErasure) =>
  ({ subject: 'erasure', subjectId: id, action, before: null, after: { ticket: number } }) as const;

async function found(sql: Sql, id: string): Promise<NamedErasure> {
  const row = isUuid(id) ? await sql.one<NamedErasure>(`${named} WHERE e.id = $1`, [id]) : undefined;
  if (!row) throw new NotFound('erasure');
  return row;
}

const stateOf = ({ approved, doneAt }: NamedErasure): ErasureView['state'] =>
  approved === false ? 'refused' : doneAt ? 'done' : approved ? 'approved' : 'asked';

const viewOf = (row: NamedErasure): ErasureView => ({
  id: row.id,
  ticketId: row.ticketId,
  number: row.number,
  state: stateOf(row),
  reason: row.reason,
  askedBy: { id: row.askedBy, name: row.asker },
  askedAt: row.askedAt.toISOString(),
  decidedBy: row.decidedBy === null ? null : { id: row.decidedBy, name: row.decider ?? '' },
  decidedAt: row.decidedAt?.toISOString() ?? null,
  doneAt: row.doneAt?.toISOString() ?? null,
  tickets: row.tickets,
});
