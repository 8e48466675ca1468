import { Injectable } from '@nestjs/common';
import { isAccused } from '#ticket/identity-guards';
import type { KnownCitizen } from '#ticket/known-citizen';
import type { TicketType } from '#ticket/ticket-type';
import { shanghaiDate } from '#store/shanghai-date';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import { seesAll, type Caller } from '../caller';
import { Directory, type Place } from '../directory';
import { Refusal } from '../problems';
import { inScope } from '../scope';
import { TicketViews } from '../ticket-views';

/** What a copy for a third party is made from, and whose identity must not be in it. */
export interface CopySource {
  readonly facts: {
    readonly ticketNumber: string;
    readonly type: TicketType;
    readonly category: string | null;
    readonly area: string | null;
    readonly registeredOn: string;
  };
  readonly said: { readonly title: string; readonly content: string; readonly place: string; readonly reply: string };
  readonly citizen: KnownCitizen;
  /** As the citizen said; where nothing was said, when it was registered. */
  readonly happenedAt: Date;
  readonly isProtected: boolean;
}

interface SourceRow {
  [column: string]: unknown;
  number: string;
  type: TicketType;
  categoryCode: string | null;
  areaCode: string | null;
  registeredAt: Date;
  happenedAt: Date;
  title: string;
  content: string;
  place: string | null;
  reply: string | null;
  confidential: boolean;
  subjectDepartmentId: string | null;
  codes: string[];
  sealed: Buffer | null;
  wrappedKey: Buffer | null;
}

/** The reply that was approved last, whatever became of the ticket since: no other one is public. */
const select = `
SELECT t.number, t.type, t.category_code AS "categoryCode", t.area_code AS "areaCode", t.registered_at AS "registeredAt",
  coalesce(t.occurred_at, t.registered_at) AS "happenedAt",
  t.title, t.content, t.address AS place, t.confidential, t.subject_department_id AS "subjectDepartmentId", array_remove(ARRAY[t.tracking_code, t.call_id], NULL) AS codes,
  c.sealed, c.wrapped_key AS "wrappedKey",
  (SELECT a.reply ->> 'publicText' FROM ticket.assignment a WHERE a.ticket_id = t.id AND a.role = 'lead'
     AND a.answered_at IS NOT NULL AND a.reply IS NOT NULL ORDER BY a.round DESC, a.answered_at DESC LIMIT 1) AS reply
FROM ticket.ticket t LEFT JOIN ticket.citizen c ON c.id = t.citizen_id`;

/** Reads what a copy for a third party is made from. */
@Injectable()
export class CopySources {
  constructor(
    private readonly views: TicketViews,
    private readonly directory: Directory,
  ) {}

  /** @throws NotFound outside the caller's scope; Refusal for a department where whoever asked is protected. */
  async read(sql: Sql, ticketId: string, caller: Caller): Promise<CopySource> {
    const values: unknown[] = [ticketId];
    const where = `WHERE t.id = $1 AND ${inScope(caller, values)}`;
    const row = isUuid(ticketId) && (await sql.about(ticketId).one<SourceRow>(`${select} ${where}`, values));
    if (!row) throw new NotFound('ticket');
    const isAboutThem = isAccused(row, caller.departmentIds, this.directory.unitsOf);
    // What tells those who are accused who it was is for the hotline to judge.
    if ((row.confidential || isAboutThem) && !seesAll(caller))
      throw new Refusal('forbidden', '保密工单、举报和反映本单位的工单，第三方副本由热线出具');
    return this.sourceOf(row);
  }

  private sourceOf(row: SourceRow): CopySource {
    const { name = null, phone = null, address = null } = this.views.contactOf(row) ?? {};
    return {
      facts: {
        ticketNumber: row.number,
        type: row.type,
        category: nameOf(this.directory.categories, row.categoryCode),
        area: nameOf(this.directory.areas, row.areaCode),
        registeredOn: shanghaiDate(row.registeredAt),
      },
      said: { title: row.title, content: row.content, place: row.place ?? '', reply: row.reply ?? '' },
      citizen: { name, phone, address, codes: row.codes },
      happenedAt: row.happenedAt,
      isProtected: row.confidential,
    };
  }
}

const nameOf = (places: ReadonlyMap<string, Place>, code: string | null): string | null =>
  code === null ? null : (places.get(code)?.name ?? code);
