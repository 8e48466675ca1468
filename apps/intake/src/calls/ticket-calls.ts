import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#http-api/routes';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { inScope } from '#platform/scope';
import { callByCallId, type Call } from './call-rows';

/** The calls from which tickets were registered. */
@Injectable()
export class TicketCalls {
  constructor(private readonly database: Database) {}

  /** @throws NotFound for a ticket out of scope */
  async of(ticketId: string, caller: Caller): Promise<RouteAnswer<'GET /api/tickets/:id/call'>> {
    const call = await this.callOf(ticketId, caller);
    if (!call) return { call: null };
    return {
      call: {
        state: call.state,
        at: call.firstAt.toISOString(),
        answeredAt: call.answeredAt?.toISOString() ?? null,
        endedAt: call.endedAt?.toISOString() ?? null,
        extension: call.extension,
        rating: call.rating,
        hasRecording: call.recordingUrl !== null,
      },
    };
  }

  /** Null when nothing was recorded, or it is not there yet. @throws NotFound */
  async recordingOf(ticketId: string, caller: Caller): Promise<string | null> {
    return (await this.callOf(ticketId, caller))?.recordingUrl ?? null;
  }

  private async callOf(ticketId: string, caller: Caller): Promise<Call | null> {
    const values: unknown[] = [ticketId];
    const ticket = isUuid(ticketId)
      ? await this.database.sql
          .about(ticketId)
          .one<{ callId: string | null }>(
            `SELECT t.call_id AS "callId" FROM ticket.ticket t WHERE t.id = $1 AND ${inScope(caller, values)}`,
            values,
          )
      : undefined;
    if (!ticket) throw new NotFound('ticket');
    if (ticket.callId === null) return null;
    return (await callByCallId(this.database.sql, ticket.callId)) ?? null;
  }
}
