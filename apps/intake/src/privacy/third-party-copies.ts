import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { move } from '#ticket/move';
import { canonicalJson } from '#store/canonical-json';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import { lookRow } from '#store/look-rows';
import { copyRow } from '#store/ticket-rows';
import { TicketStore, type Decision } from '#store/ticket-store';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { TicketViews } from '#platform/ticket-views';
import { refuseNaming } from './copy-draft';
import { CopySources } from '#platform/documents/copy-source';
import { LookWatch } from '#platform/look-watch';

type Body = RouteInput<'POST /api/tickets/:id/third-party-copies'>['body'];
type List = RouteAnswer<'GET /api/tickets/:id/third-party-copies'>;
type CopyView = RouteAnswer<'GET /api/tickets/:id/third-party-copies/:copyId'>;
type Printed = CopyView['printed'];

interface CopyRow {
  [column: string]: unknown;
  id: string;
  seq: number;
  number: string;
  recipient: string;
  purpose: string;
  printed: Printed;
  sha256: string;
}

const select = `SELECT id, seq, number, recipient, purpose, printed, sha256 FROM ticket.third_party_copy`;

/** 第三方副本: issued once, recorded in the ticket's history, and kept as they left the house. */
@Injectable()
export class ThirdPartyCopies {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly views: TicketViews,
    private readonly sources: CopySources,
    private readonly watch: LookWatch,
  ) {}

  /** What the citizen is called is read under the ticket's lock: a name corrected this moment is not in the copy either. */
  async issue(ticketId: string, body: Body, caller: Caller): Promise<CopyView> {
    let copyId = '';
    await this.store.moveWith(ticketId, caller, async (ticket, context, sql): Promise<Decision> => {
      const { facts, citizen } = await this.sources.read(sql, ticketId, caller);
      const { title, content, place, reply } = body;
      refuseNaming({ title, content, place: place ?? '', reply: reply ?? '' }, citizen);
      const seq = ticket.seq + 1;
      const number = `${ticket.number}-${seq}`;
      const issued = { number, issuedBy: caller.name, issuedAt: context.at.toISOString() };
      const said = { title, content, place: place?.trim() || null, reply: reply?.trim() || null };
      const printed: Printed = { ...issued, ...facts, ...said };
      const sha256 = createHash('sha256').update(canonicalJson(printed)).digest('hex');
      copyId = context.newId();
      const { recipient, purpose } = body;
      const told = { id: copyId, seq, number, recipient, purpose, printed, sha256, by: caller.id, at: context.at };
      return {
        ...move(ticket, 'thirdPartyCopy', { copyId, sha256, recipient, purpose }, context),
        rows: {
          'ticket.third_party_copy': [copyRow(ticketId, told)],
          'ticket.look': [lookRow(ticketId, { accountId: caller.id, kind: 'copy', at: context.at })],
        },
        reference: copyId,
      };
    });
    await this.watch.afterLook('copy', caller);
    return this.one(ticketId, copyId, caller);
  }

  /** Newest first; in scope like the ticket's page. @throws NotFound */
  async list(
    ticketId: string,
    query: RouteInput<'GET /api/tickets/:id/third-party-copies'>['query'],
    caller: Caller,
  ): Promise<List> {
    await this.views.ticket(ticketId, caller);
    const [before = null] = readCursor(query.cursor, 'number') ?? [];
    const rows = await this.database.sql
      .about(ticketId)
      .query<CopyRow>(
        `${select} WHERE ticket_id = $1 AND ($2::integer IS NULL OR seq < $2) ORDER BY seq DESC LIMIT $3`,
        [ticketId, before, query.limit + 1],
      );
    const { shown, nextCursor } = cut(rows, query.limit, ({ seq }) => [String(seq)]);
    return { items: shown.map(summaryOf), nextCursor };
  }

  /** @throws NotFound */
  async one(ticketId: string, copyId: string, caller: Caller): Promise<CopyView> {
    await this.views.ticket(ticketId, caller);
    const row =
      isUuid(copyId) &&
      (await this.database.sql
        .about(ticketId)
        .one<CopyRow>(`${select} WHERE ticket_id = $1 AND id = $2`, [ticketId, copyId]));
    if (!row) throw new NotFound('third-party copy');
    return { ...summaryOf(row), printed: row.printed };
  }
}

const summaryOf = ({ id, number, recipient, purpose, sha256, printed }: CopyRow): List['items'][number] => ({
  id,
  number,
  recipient,
  purpose,
  sha256,
  issuedBy: printed.issuedBy,
  issuedAt: printed.issuedAt,
});
