import { Injectable } from '@nestjs/common';
import type { State } from '#ticket/state';
import { isOfNumber } from '#store/citizen';
import { Database } from '#store/database';
import type { Caller } from '../caller';
import { inScope } from '../scope';
import { comparedCharacters } from './likeness';
import type { Matter } from './terms';

/** A ticket that may be about the same matter. */
export interface Candidate extends Matter {
  [column: string]: unknown;
  id: string;
  number: string;
  state: State;
  location: { lat: number; lng: number } | null;
  categoryCode: string | null;
  areaCode: string | null;
  leadDepartmentId: string | null;
  registeredAt: Date;
  mergedIntoId: string | null;
}

/** The newest that have one term, and those of one number. */
const [newestOfTerm, newestOfNumber] = [20, 20];
/** Tickets that are read and compared. */
const compared = 40;

/** Newest first, so that a common term costs no more than a rare one, and a million tickets no more than a thousand. */
const sharing = `
SELECT q.term, h.ticket_id AS "ticketId" FROM unnest($1::int[]) q(term)
CROSS JOIN LATERAL (
  SELECT a.ticket_id FROM ticket.look_alike_term a WHERE a.term = q.term AND a.ticket_id >= $2
  ORDER BY a.ticket_id DESC LIMIT ${newestOfTerm}
) h`;

const ofNumber = `
SELECT t.id FROM ticket.ticket t WHERE ${isOfNumber('$1')} AND t.id >= $2 ORDER BY t.id DESC LIMIT ${newestOfNumber}`;

/** Finds the tickets worth comparing. */
@Injectable()
export class Candidates {
  constructor(private readonly database: Database) {}

  /** Those that share most terms, a rare one counting more than a common one. @param since the lowest id */
  async byTerms(terms: readonly number[], since: string): Promise<string[]> {
    const rows = await this.database.sql.query<{ term: number; ticketId: string }>(sharing, [terms, since]);
    const hits = new Map<number, number>();
    for (const { term } of rows) hits.set(term, (hits.get(term) ?? 0) + 1);
    const weights = new Map<string, number>();
    for (const { term, ticketId } of rows) {
      const weight = Math.log((2 * newestOfTerm) / (hits.get(term) ?? 1));
      weights.set(ticketId, (weights.get(ticketId) ?? 0) + weight);
    }
    const best = [...weights].sort(([, left], [, right]) => right - left);
    return best.slice(0, compared).map(([id]) => id);
  }

  async byNumber(phoneHash: Buffer, since: string): Promise<string[]> {
    const rows = await this.database.sql.query<{ id: string }>(ofNumber, [phoneHash, since]);
    return rows.map(({ id }) => id);
  }

  /** Those of them that the caller may see and that were a matter at all. */
  async read(ids: readonly string[], caller: Caller): Promise<Candidate[]> {
    const values: unknown[] = [ids];
    return this.readWhere(inScope(caller, values), values);
  }

  /** All of them that were a matter at all: for the house itself, which shows them to nobody. */
  readAll(ids: readonly string[]): Promise<Candidate[]> {
    return this.readWhere('true', [ids]);
  }

  private async readWhere(condition: string, values: unknown[]): Promise<Candidate[]> {
    if ((values[0] as readonly string[]).length === 0) return [];
    return this.database.sql.query<Candidate>(
      `SELECT t.id, t.number, t.state, t.title, left(t.content, ${comparedCharacters}) AS content, t.address, t.location,
         t.category_code AS "categoryCode", t.area_code AS "areaCode", t.lead_department_id AS "leadDepartmentId", t.registered_at AS "registeredAt",
         CASE WHEN t.state = 'merged' THEN t.merged_into_id END AS "mergedIntoId"
       FROM unnest($1::uuid[]) q(id) JOIN ticket.ticket t ON t.id = q.id
       WHERE t.state <> 'void' AND ${condition}`,
      values,
    );
  }
}
