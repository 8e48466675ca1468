import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { refusalAt } from '#platform/problems';
import { callById, phoneOfCall } from '../calls/call-rows';
import { CitizenReading } from '../tickets/citizen-reading';
import { stateOf } from './harassment-marks';
import { markById, marksPage, type Mark } from './mark-rows';
import { MarkedNumbers } from './marked-numbers';

export type MarkView = RouteAnswer<'POST /api/harassment-marks'>;

/** Restrictions as they are read, and which number a proposal means. */
@Injectable()
export class HarassmentReading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly numbers: MarkedNumbers,
    private readonly citizens: CitizenReading,
  ) {}

  async list(
    query: RouteInput<'GET /api/harassment-marks'>['query'],
  ): Promise<RouteAnswer<'GET /api/harassment-marks'>> {
    const [before = null] = readCursor(query.cursor, 'id') ?? [];
    const asked = { at: this.clock.now(), open: query.state === 'open', before, limit: query.limit + 1 };
    const { shown, nextCursor } = cut(await marksPage(this.database.lists, asked), query.limit, ({ id }) => [id]);
    return { items: shown.map((mark) => this.view(mark)), nextCursor };
  }

  /** @throws NotFound */
  async one(id: string): Promise<MarkView> {
    const mark = await markById(this.database.sql, id);
    if (!mark) throw new NotFound('harassment mark');
    return this.view(mark);
  }

  /** Whoever proposes need not have seen the number. @throws Refusal when there is none */
  async phoneIn(
    { phone, ticketId, callId }: RouteInput<'POST /api/harassment-marks'>['body'],
    caller: Caller,
  ): Promise<string> {
    if (phone !== undefined) return phone;
    if (ticketId !== undefined) {
      const contact = await this.citizens.contact(ticketId, caller);
      if (contact.phone) return contact.phone;
      throw refusalAt('ticketId', '该工单没有联系电话');
    }
    const call = await callById(this.database.sql, callId ?? '');
    const known = call && phoneOfCall(this.numbers.keys, call);
    if (!known) throw refusalAt('callId', '没有这个来电，或号码未显示');
    return known;
  }

  private view(mark: Mark): MarkView {
    return {
      id: mark.id,
      state: stateOf(mark, this.clock.now()),
      phone: this.numbers.masked(mark),
      reason: mark.reason,
      examples: mark.examples,
      proposedBy: mark.proposedBy,
      proposedAt: mark.proposedAt.toISOString(),
      decidedBy: mark.decidedBy,
      decidedAt: mark.decidedAt?.toISOString() ?? null,
      expiresAt: mark.expiresAt?.toISOString() ?? null,
      liftedAt: mark.liftedAt?.toISOString() ?? null,
    };
  }
}
