import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Handles } from '#platform/handles';
import { BroadcastReading } from './broadcast-reading';

type Versions = RouteAnswer<'GET /api/broadcasts/:id/versions'>;
type Readings = RouteAnswer<'GET /api/broadcasts/:id/readings'>;
type VersionRow = Omit<Versions['items'][number], 'validFrom' | 'validTo' | 'at'> & {
  [column: string]: unknown;
  validFrom: Date;
  validTo: Date;
  at: Date;
};
type ReadingRow = Omit<Readings['items'][number], 'at'> & { [column: string]: unknown; at: Date };

const person = (column: string): string =>
  `(SELECT json_build_object('id', a.id, 'name', a.name) FROM ticket.account a WHERE a.id = ${column})`;

/** How a broadcast answer was worded, and who has read which wording. */
@Controller()
export class BroadcastRecordController {
  constructor(
    private readonly database: Database,
    private readonly reading: BroadcastReading,
  ) {}

  @Handles('GET /api/broadcasts/:id/versions')
  async versions({ params, query }: RouteInput<'GET /api/broadcasts/:id/versions'>, caller: Caller): Promise<Versions> {
    await this.reading.one(params.id, caller);
    const [before = null] = readCursor(query.cursor, 'number') ?? [];
    const rows = await this.database.lists.query<VersionRow>(
      `SELECT v.version, v.title, v.text, v.valid_from AS "validFrom", v.valid_to AS "validTo", ${person('v.by_account')} AS by, v.at
       FROM ticket.broadcast_version v WHERE v.broadcast_id = $1 AND ($2::int IS NULL OR v.version < $2)
       ORDER BY v.version DESC LIMIT $3`,
      [params.id, before, query.limit + 1],
    );
    const { shown, nextCursor } = cut(rows, query.limit, ({ version }) => [version]);
    return { items: shown.map(versionView), nextCursor };
  }

  @Handles('GET /api/broadcasts/:id/readings')
  async readings({ params, query }: RouteInput<'GET /api/broadcasts/:id/readings'>, caller: Caller): Promise<Readings> {
    await this.reading.one(params.id, caller);
    const [at = null, id = null] = readCursor(query.cursor, 'instant', 'id') ?? [];
    const rows = await this.database.lists.query<ReadingRow>(
      `SELECT ${person('r.account_id')} AS reader, r.version, r.at FROM ticket.broadcast_reading r
       WHERE r.broadcast_id = $1 AND ($2::timestamptz IS NULL OR (r.at, r.account_id) < ($2, $3::uuid))
       ORDER BY r.at DESC, r.account_id DESC LIMIT $4`,
      [params.id, at, id, query.limit + 1],
    );
    const { shown, nextCursor } = cut(rows, query.limit, (row) => [row.at, row.reader.id]);
    return { items: shown.map((row) => ({ ...row, at: row.at.toISOString() })), nextCursor };
  }
}

const versionView = ({ validFrom, validTo, at, ...row }: VersionRow): Versions['items'][number] => ({
  ...row,
  validFrom: validFrom.toISOString(),
  validTo: validTo.toISOString(),
  at: at.toISOString(),
});
