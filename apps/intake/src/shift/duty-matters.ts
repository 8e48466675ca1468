import { Injectable } from '@nestjs/common';
import { dutyMatterKinds, type DutyMatterKind } from '#ticket/duty';
import type { AdminAction } from '#ticket/admin-event';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { isUuid, uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { checkPlaces } from '#platform/check-places';
import { cut, readCursor } from '#platform/cursor';
import { Directory } from '#platform/directory';
import { placeNamed } from '#platform/place-named';
import { Refusal } from '#platform/problems';
import { refuseContacts } from './refuse-contacts';
import { personNamed, type Named } from '#platform/person-named';

export type MatterView = RouteAnswer<'POST /api/duty-matters'>;
type Body = RouteInput<'POST /api/duty-matters'>['body'];

interface MatterRow {
  [column: string]: unknown;
  id: string;
  kind: DutyMatterKind;
  areaCode: string | null;
  text: string;
  fromAt: Date | null;
  untilAt: Date | null;
  by: Named;
  at: Date;
  endedAt: Date | null;
}

const select = `SELECT m.id, m.kind, m.area_code AS "areaCode", m.text, m.from_at AS "fromAt", m.until_at AS "untilAt",
  ${personNamed('m.by_account')} AS by, m.at, m.ended_at AS "endedAt" FROM intake.duty_matter m`;

/** 值班事项: outages of the city and tasks, told by hand; on every hand-over until somebody ends them. */
@Injectable()
export class DutyMatters {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async list(query: RouteInput<'GET /api/duty-matters'>['query']): Promise<RouteAnswer<'GET /api/duty-matters'>> {
    const [before = null] = readCursor(query.cursor, 'id') ?? [];
    const rows = await this.database.lists.query<MatterRow>(
      `${select} WHERE m.ended_at IS ${query.state === 'open' ? '' : 'NOT'} NULL AND ($1::uuid IS NULL OR m.id < $1)
       ORDER BY m.id DESC LIMIT $2`,
      [before, query.limit + 1],
    );
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    return { items: shown.map((row) => this.view(row)), nextCursor };
  }

  /** @throws NotFound */
  async one(id: string): Promise<MatterView> {
    return this.view(await found(this.database.sql, id));
  }

  async add(body: Body, caller: Caller): Promise<string> {
    this.check(body);
    const id = uuidV7(this.clock.now());
    await this.write(id, 'create', caller, (sql, at) =>
      sql.query(
        `INSERT INTO intake.duty_matter (id, kind, area_code, text, from_at, until_at, by_account, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, ...valuesOf(body), caller.id, at],
      ),
    );
    return id;
  }

  async edit(id: string, body: Body, caller: Caller): Promise<void> {
    this.check(body);
    await this.write(id, 'edit', caller, (sql) =>
      sql.query(
        `UPDATE intake.duty_matter SET kind = $2, area_code = $3, text = $4, from_at = $5, until_at = $6 WHERE id = $1`,
        [id, ...valuesOf(body)],
      ),
    );
  }

  end(id: string, caller: Caller): Promise<void> {
    return this.write(id, 'end', caller, (sql, at) =>
      sql.query(`UPDATE intake.duty_matter SET ended_at = $2, ended_by = $3 WHERE id = $1`, [id, at, caller.id]),
    );
  }

  /** @throws Refusal for a place that is not there, or a text that holds somebody's number */
  private check({ areaCode, text }: Body): void {
    checkPlaces(this.directory, { areaCode });
    refuseContacts([{ path: 'text', label: '内容', text }]);
  }

  private async write(
    id: string,
    action: AdminAction,
    caller: Caller,
    work: (sql: Sql, at: Date) => Promise<unknown>,
  ): Promise<void> {
    await this.administration.write(
      caller,
      async (sql, at) => {
        const before = action === 'create' ? null : await found(sql, id);
        if (before?.endedAt) throw new Refusal('conflict', '该事项已办结');
        await work(sql, at);
        const after = this.view(await found(sql, id));
        return { subject: 'duty-matter', subjectId: id, action, before: before && this.view(before), after };
      },
      id,
    );
  }

  private view({ areaCode, fromAt, untilAt, at, endedAt, ...row }: MatterRow): MatterView {
    const area = placeNamed(this.directory.areas, areaCode);
    return {
      id: row.id,
      kind: row.kind,
      area,
      text: row.text,
      fromAt: fromAt?.toISOString() ?? null,
      untilAt: untilAt?.toISOString() ?? null,
      by: row.by,
      at: at.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    };
  }
}

const valuesOf = ({ kind, areaCode, text, fromAt, untilAt }: Body): unknown[] => [
  kind,
  areaCode ?? null,
  text,
  fromAt ?? null,
  untilAt ?? null,
];

async function found(sql: Sql, id: string): Promise<MatterRow> {
  const row = isUuid(id) ? await sql.one<MatterRow>(`${select} WHERE m.id = $1`, [id]) : undefined;
  if (!row) throw new NotFound('duty matter');
  return row;
}

/** As a hand-over says it: 停水 东城街道：滨河路检修. */
export const matterInWords = ({ kind, area, text }: Pick<MatterView, 'kind' | 'area' | 'text'>): string =>
  dutyMatterKinds[kind].outage ? `${dutyMatterKinds[kind].label}${area ? ` ${area.name}` : ''}：${text}` : text;
