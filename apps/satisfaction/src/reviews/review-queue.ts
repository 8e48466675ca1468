import { Injectable } from '@nestjs/common';
import type { Alert } from '#ticket/clock-kind';
import type { ReviewRule } from '#ticket/review-rule';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { cutPage, type Order } from '#platform/list-order';
import { personOrService, type Named } from '#platform/person-named';
import { TicketLists } from '#platform/ticket-lists';
import type { SummaryRow } from '#platform/ticket-select';
import { TicketViews } from '#platform/ticket-views';
import { secondReviewRules } from './second-review';

interface WaitingRow extends SummaryRow {
  reviewDueAt: Date | null;
  reviewAlert: Alert;
  secondReviewBy: ReviewRule[];
  firstApprovedBy: Named | null;
}

/** What has no clock yet, or none by the limits, waits at the end. */
const dueFirst: Order<WaitingRow> = {
  keys: [
    {
      sql: `coalesce(k.due_at, 'infinity')`,
      of: ({ reviewDueAt }) => reviewDueAt ?? 'infinity',
      cast: 'timestamptz',
      part: 'instant',
    },
    { sql: 't.id', of: ({ id }) => id, cast: 'uuid', part: 'id' },
  ],
  descending: false,
};

/** A ticket is under review since its newest such clock began. The queue is read whole and sorted: it is never long. */
const withClock = `ticket.ticket t LEFT JOIN LATERAL (SELECT c.due_at, c.alert FROM ticket.clock c
  WHERE c.ticket_id = t.id AND c.kind = 'review' AND c.state = 'running' LIMIT 1) k ON true`;

const columns = `k.due_at AS "reviewDueAt", coalesce(k.alert, 'none') AS "reviewAlert",
  ${secondReviewRules} AS "secondReviewBy", ${personOrService('t.first_approved_by')} AS "firstApprovedBy"`;

/** Replies that wait for review. */
@Injectable()
export class ReviewQueue {
  constructor(
    private readonly lists: TicketLists,
    private readonly views: TicketViews,
  ) {}

  async list(query: RouteInput<'GET /api/reviews'>['query'], caller: Caller): Promise<RouteAnswer<'GET /api/reviews'>> {
    const rows = await this.lists.rows<WaitingRow>(caller, {
      conditions: [`t.state = 'replied'`],
      values: [],
      order: dueFirst,
      from: () => withClock,
      select: columns,
      ...query,
    });
    const { shown, nextCursor } = cutPage(rows, query.limit, dueFirst);
    const items = shown.map((row) => ({
      ...this.views.summary(row),
      reviewDueAt: row.reviewDueAt?.toISOString() ?? null,
      reviewAlert: row.reviewAlert,
      secondReviewBy: row.secondReviewBy,
      firstApprovedBy: row.firstApprovedBy,
    }));
    return { items, nextCursor };
  }
}
