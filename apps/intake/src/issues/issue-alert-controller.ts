import { Controller } from '@nestjs/common';
import type { IssueAlertKind } from '#ticket/issue-rule';
import { maskNumbers } from '#ticket/mask-identity';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Database } from '#store/database';
import { cut, readCursor } from '#platform/cursor';
import { Handles } from '#platform/handles';

type Alert = RouteAnswer<'GET /api/issue-alerts'>['items'][number];
type AlertRow = Omit<Alert, 'at' | 'kind'> & { [column: string]: unknown; at: Date; kind: IssueAlertKind };

/** Thresholds that hot issues have crossed. */
@Controller()
export class IssueAlertController {
  constructor(private readonly database: Database) {}

  @Handles('GET /api/issue-alerts')
  async list({ query }: RouteInput<'GET /api/issue-alerts'>): Promise<RouteAnswer<'GET /api/issue-alerts'>> {
    const [at = null, id = null] = readCursor(query.cursor, 'instant', 'id') ?? [];
    const rows = await this.database.lists.query<AlertRow>(
      `SELECT a.id, n.id AS "issueId", coalesce(n.name, (
         SELECT t.title FROM ticket.issue_member m JOIN ticket.ticket t ON t.id = m.ticket_id
         WHERE m.issue_id = n.id AND m.counted ORDER BY m.registered_at LIMIT 1), '（暂无工单）') AS title,
         a.kind, a.value, a.numerator, a.denominator, a.threshold, a.rule_version AS "ruleVersion", a.at
       FROM ticket.issue_alert a JOIN ticket.issue i ON i.id = a.issue_id
       JOIN ticket.issue n ON n.id = coalesce(i.joined_into_id, i.id)
       WHERE $1::timestamptz IS NULL OR (a.at, a.id) < ($1, $2::uuid)
       ORDER BY a.at DESC, a.id DESC LIMIT $3`,
      [at, id, query.limit + 1],
    );
    const { shown, nextCursor } = cut(rows, query.limit, (row) => [row.at, row.id]);
    return {
      items: shown.map((row) => ({ ...row, title: maskNumbers(row.title), at: row.at.toISOString() })),
      nextCursor,
    };
  }
}
