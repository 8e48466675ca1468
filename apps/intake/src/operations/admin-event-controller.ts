import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { Handles } from '#platform/handles';
import { cut, readCursor } from '#platform/cursor';

type Events = RouteAnswer<'GET /api/admin-events'>;

interface EventRow {
  [column: string]: unknown;
  seq: string;
  at: Date;
  actor: string;
  hash: Buffer;
}

/** Whoever is no account and no other system is the house itself, which events call `system`. */
const house = '系统';
/** People and other systems. */
const actors = `(SELECT id::text, name FROM ticket.account UNION ALL SELECT id::text, name FROM ticket.channel_client)`;
/** Those whose name holds $5: few are looked through, and not all that they ever did. */
const actorsNamed = `ARRAY(SELECT o.id FROM ${actors} o WHERE position(lower($5) in lower(o.name)) > 0)
  || CASE WHEN position(lower($5) in '${house}') > 0 THEN ARRAY['system'] ELSE '{}' END`;

/** What administrators changed, with what it was before and after. */
@Controller()
export class AdminEventController {
  constructor(private readonly database: Database) {}

  @Handles('GET /api/admin-events')
  async list({ query }: RouteInput<'GET /api/admin-events'>): Promise<Events> {
    const [before = null] = readCursor(query.cursor, 'number') ?? [];
    const { subject = null, subjectId = null, actorId = null, actor = null, limit } = query;
    const rows = await this.database.lists.query<EventRow>(
      `SELECT e.seq, e.at, coalesce(a.name, '${house}') AS actor, e.subject_kind AS subject, e.subject_id AS "subjectId",
         e.name AS action, e.before, e.after, e.hash
       FROM ticket.admin_event e LEFT JOIN ${actors} a ON a.id = e.actor
       WHERE ($1::bigint IS NULL OR e.seq < $1) AND ($2::text IS NULL OR e.subject_kind = $2)
         AND ($3::text IS NULL OR e.subject_id = $3) AND ($4::text IS NULL OR e.actor = $4)
         AND ($5::text IS NULL OR e.actor = ANY(${actorsNamed}))
       ORDER BY e.seq DESC LIMIT ${limit + 1}`,
      [before, subject, subjectId, actorId, actor],
    );
    const { shown, nextCursor } = cut(rows, limit, ({ seq }) => [seq]);
    return { items: shown.map(view), nextCursor };
  }
}

const view = ({ seq, at, hash, ...row }: EventRow): Events['items'][number] =>
  ({ ...row, seq: Number(seq), at: at.toISOString(), hash: hash.toString('hex') }) as Events['items'][number];
