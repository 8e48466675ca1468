import { Injectable } from '@nestjs/common';
import { mediaTypeRow } from '#ticket/media-type';
import { shownAttachment } from '#ticket/shown-attachment';
import type { Ticket } from '#ticket/ticket';
import type { RouteAnswer } from '#http-api/routes';
import { attachmentSelect, type Attachment } from '#store/attachment-rows';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import { isUuid } from '#store/uuid-v7';
import { plainName } from '#platform/attachment-views';
import { seesAll, type Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { inScope } from '#platform/scope';
import { TicketViews } from '#platform/ticket-views';
import { cleanedKey, thumbnailKey } from './file-key';
import type { ServedFile } from './send-file';

type AttachmentView = RouteAnswer<'POST /api/tickets/:id/attachments'>;
type Row = Attachment & Pick<Ticket, 'confidential' | 'subjectDepartmentId'>;

/** Attachments as callers are shown them. Out of scope, kept from them, and not there are the same. */
@Injectable()
export class AttachmentReading {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly views: TicketViews,
  ) {}

  /** @throws NotFound */
  async view(ticketId: string, id: string, caller: Caller): Promise<AttachmentView> {
    const { attachments } = await this.views.ticket(ticketId, caller);
    const found = attachments.find((each) => each.id === id);
    if (!found) throw new NotFound('attachment');
    return found;
  }

  /** Which file of the store somebody is sent. @throws NotFound */
  async served({ id, aid }: { id: string; aid: string }, isThumbnail: boolean, caller: Caller): Promise<ServedFile> {
    const row = await this.find(id, aid, caller);
    const viewer = { seesAll: seesAll(caller), departmentIds: caller.departmentIds };
    const shown = row && shownAttachment(row, row, viewer, this.directory.unitsOf);
    if (!row?.key || shown === 'withheld') throw new NotFound('attachment');
    const { key, mediaType, bytes, sha256 } = row;
    const name = shown === 'cleaned' ? plainName(row) : row.name;
    if (isThumbnail) {
      if (!row.hasThumbnail) throw new NotFound('thumbnail');
      return { key: thumbnailKey(key), name: `${name}.webp`, type: 'image/webp' };
    }
    const isPicture = mediaTypeRow(mediaType).shownAs === 'picture';
    if (shown === 'cleaned' && isPicture) return { key: cleanedKey(key), name, type: mediaType };
    return { key, name, type: mediaType, whole: { bytes, sha256 } };
  }

  private find(ticketId: string, id: string, caller: Caller): Promise<Row | undefined> {
    if (!isUuid(ticketId) || !isUuid(id)) return Promise.resolve(undefined);
    const values: unknown[] = [ticketId, id];
    return this.database.sql.about(ticketId).one<Row & Record<string, unknown>>(
      `SELECT t.confidential, t.subject_department_id AS "subjectDepartmentId", ${attachmentSelect}
       FROM ticket.ticket t JOIN ticket.attachment f ON f.ticket_id = t.id
       WHERE t.id = $1 AND f.ticket_id = $1 AND f.id = $2 AND ${inScope(caller, values)}`,
      values,
    );
  }
}
