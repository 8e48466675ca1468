import { Injectable } from '@nestjs/common';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { refusalAt } from '#platform/problems';
import { inScope } from '#platform/scope';

/** Tickets as people name them: by their numbers, and in scope only. */
@Injectable()
export class TicketsOfNumber {
  constructor(private readonly database: Database) {}

  /** @throws Refusal at `path` for a number that no ticket in the caller's scope has */
  async idOf(number: string | null, path: string, caller: Caller): Promise<string | null> {
    if (number === null) return null;
    const values: unknown[] = [number.trim()];
    const row = await this.database.sql.one<{ id: string }>(
      `SELECT t.id FROM ticket.ticket_key k JOIN ticket.ticket t ON t.id = k.reference
       WHERE k.kind = 'number' AND k.value = $1 AND ${inScope(caller, values)}`,
      values,
    );
    if (!row) throw refusalAt(path, `没有工单“${number}”`);
    return row.id;
  }
}
