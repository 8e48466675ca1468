import { Injectable } from '@nestjs/common';
import { offeredText, replyValuesOf } from '#ticket/reply-text';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { shanghaiDate } from '#store/shanghai-date';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Directory } from '#platform/directory';
import { findPart } from '#platform/find-part';
import { scopeOf } from '#platform/scope';
import { isSeen, readTemplate, templateSelect, type ReplyTemplateRow } from './reply-template-rows';

type TemplateList = RouteAnswer<'GET /api/reply-templates'>;
export type TemplateView = TemplateList['items'][number];
type Query = RouteInput<'GET /api/reply-templates'>['query'];
type Offered = RouteAnswer<'GET /api/assignments/:id/reply-templates'>;

interface Asked {
  readonly number: string;
  readonly title: string;
  readonly categoryCode: string | null;
  readonly departmentId: string;
}

/** Nobody reads through more of them for one answer. */
const mostOffered = 20;

/** Reply templates as they are kept, and as they are offered to whoever answers. */
@Injectable()
export class TemplateReading {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async list({ state, cursor, limit }: Query, caller: Caller): Promise<TemplateList> {
    const [before = null] = readCursor(cursor, 'id') ?? [];
    const rows = await this.database.sql.query<ReplyTemplateRow>(
      `${templateSelect} WHERE ${isSeen} AND ($2::uuid IS NULL OR id < $2) ${state === 'all' ? '' : 'AND ended_at IS NULL'}
       ORDER BY id DESC LIMIT $3`,
      [scopeOf(caller), before, limit + 1],
    );
    const { shown, nextCursor } = cut(rows, limit, ({ id }) => [id]);
    return { items: shown.map((row) => this.view(row)), nextCursor };
  }

  /** @throws NotFound */
  async one(id: string, caller: Caller): Promise<TemplateView> {
    return this.view(await readTemplate(this.database.sql, id, scopeOf(caller)));
  }

  /** The nearest category first, and of one category the nearest department. @throws NotFound for a part out of scope */
  async offered(partId: string, caller: Caller): Promise<Offered> {
    const asked = await findPart<Asked>(this.database.sql, askedColumns, partId, caller);
    const { directory } = this;
    const rows = await this.database.sql.query<ReplyTemplateRow>(
      `${templateSelect} WHERE ended_at IS NULL AND (category_code IS NULL OR category_code = ANY($1))
         AND (department_id IS NULL OR department_id = ANY($2))
       ORDER BY array_position($1, category_code), array_position($2, department_id), id DESC LIMIT ${mostOffered}`,
      [directory.chain(directory.categories, asked.categoryCode), directory.departmentAndAbove(asked.departmentId)],
    );
    const by = { department: directory.departmentName(asked.departmentId), on: shanghaiDate(this.clock.now()) };
    const values = replyValuesOf(asked, by);
    const items = rows.map(({ id, title, text, ...of }) => ({
      ...{ id, title, text: offeredText(text, values) },
      ...this.places(of),
    }));
    return { items };
  }

  private view({ categoryCode, departmentId, changedAt, endedAt, ...row }: ReplyTemplateRow): TemplateView {
    const { id, version, title, text } = row;
    return {
      ...{ id, version, title, text },
      ...this.places({ categoryCode, departmentId }),
      changedAt: changedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    };
  }

  private places({
    categoryCode: code,
    departmentId: id,
  }: {
    categoryCode: string | null;
    departmentId: string | null;
  }) {
    return {
      category: code === null ? null : { code, name: this.directory.categories.get(code)?.name ?? code },
      department: id === null ? null : { id, name: this.directory.departmentName(id) },
    };
  }
}

const ofTicket = (column: string) => `(SELECT t.${column} FROM ticket.ticket t WHERE t.id = a.ticket_id)`;
const askedColumns = `${ofTicket('number')} AS number, ${ofTicket('title')} AS title,
  ${ofTicket('category_code')} AS "categoryCode", a.department_id AS "departmentId"`;
