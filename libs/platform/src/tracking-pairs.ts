import { timingSafeEqual } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { TrackingPair } from '#http-api/tracking-shapes';
import { Database } from '#store/database';
import type { Writer } from '#store/writer';
import { Refusal } from './problems';

/** The citizen of one ticket, as far as number and code can tell: nothing else in the house is theirs. */
export interface PairHolder extends Writer {
  readonly ticketId: string;
}

/** Later than any look-up ends: when a wrong pair is answered tells nothing of what was found. */
const refusalMs = 250;

/** Tells by number and code whose ticket it is. Nothing is remembered: each request brings both. */
@Injectable()
export class TrackingPairs {
  constructor(private readonly database: Database) {}

  /** @throws Refusal, the same for a number that is nobody's and for a wrong code, and as late */
  async holderOf({ number, code }: TrackingPair): Promise<PairHolder> {
    const late = after(refusalMs, undefined, { ref: false });
    const ticket = await this.ticketOf(number);
    if (!ticket || !isSame(ticket.code, code)) {
      await late;
      throw new Refusal('not-found', '工单编号与查询码不符，请核对；忘记查询码的，可用登记的电话拨打12345询问');
    }
    return { id: 'citizen', name: '诉求人', roles: ['citizen'], departmentIds: [], ticketId: ticket.id };
  }

  private async ticketOf(number: string): Promise<{ id: string; code: string } | undefined> {
    const { sql } = this.database;
    const known = await sql.one<{ id: string }>(
      `SELECT reference AS id FROM ticket.ticket_key WHERE kind = 'number' AND value = $1`,
      [number],
    );
    return (
      known &&
      sql
        .about(known.id)
        .one<{ id: string; code: string }>(`SELECT id, tracking_code AS code FROM ticket.ticket WHERE id = $1`, [
          known.id,
        ])
    );
  }
}

const isSame = (code: string, given: string): boolean =>
  code.length === given.length && timingSafeEqual(Buffer.from(code), Buffer.from(given));
