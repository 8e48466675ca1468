import { Injectable } from '@nestjs/common';
import { checkReply, type CheckedReply } from '#ticket/check-reply';
import { replyFlaws } from '#ticket/reply-flaw';
import type { RouteAnswer } from '#http-api/routes';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { Desk } from './desk';

type Answer = RouteAnswer<'POST /api/assignments/:id/check-reply'>;
type Asked = Pick<CheckedReply, 'title' | 'content'> & {
  [column: string]: unknown;
  departmentId: string;
  batchId: string | null;
};
type Other = CheckedReply['others'][number] & Record<string, unknown>;

/** So many of its answers a department may have copied from. */
const comparedReplies = 200;

/** 答复预检: what a reviewer would say of a reply. It reads, and keeps nothing. */
@Injectable()
export class ReplyCheck {
  constructor(
    private readonly database: Database,
    private readonly desk: Desk,
  ) {}

  /** @throws NotFound outside the caller's scope */
  async of(partId: string, publicText: string, caller: Caller): Promise<Answer> {
    const ticketId = await this.desk.ticketOf(partId, caller);
    const asked = await this.database.sql.about(ticketId).one<Asked>(
      `SELECT t.title, t.content, a.department_id AS "departmentId", a.reply->>'batchId' AS "batchId" FROM ticket.ticket t
       JOIN ticket.assignment a ON a.ticket_id = t.id WHERE t.id = $1 AND a.id = $2`,
      [ticketId, partId],
    );
    if (!asked) throw new NotFound('assignment');
    const others = await this.newest(ticketId, asked);
    const found = checkReply({ ...asked, publicText, others });
    return { findings: found.map(({ flaw, reason }) => ({ flaw, label: replyFlaws[flaw].label, reason })) };
  }

  /** What everybody is told of a hot issue is no copy, and neither is what was answered at once with this part. */
  private newest(ticketId: string, { departmentId, batchId }: Asked): Promise<Other[]> {
    return this.database.lists.query<Other>(
      `SELECT t.number, a.reply->>'publicText' AS "publicText" FROM (
         SELECT ticket_id, reply FROM ticket.assignment
         WHERE department_id = $1 AND ticket_id <> $2 AND reply->>'publicText' IS NOT NULL
           AND ($3::text IS NULL OR reply->>'batchId' IS DISTINCT FROM $3)
         ORDER BY ticket_id DESC LIMIT ${comparedReplies}) a
       JOIN ticket.ticket t ON t.id = a.ticket_id WHERE t.issue_id IS NULL ORDER BY a.ticket_id DESC`,
      [departmentId, ticketId, batchId],
    );
  }
}
