import { Injectable } from '@nestjs/common';
import { mediaTypeRow } from '#ticket/media-type';
import { move } from '#ticket/move';
import { attachmentsOf, shareAttachment } from '#store/attachment-rows';
import { NotFound } from '#store/store-errors';
import { TicketStore } from '#store/ticket-store';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import { Pictures } from './pictures';

/** Somebody of the hotline decides that departments may see what a protected citizen gave, or may no more: recorded acts. */
@Injectable()
export class AttachmentSharing {
  constructor(
    private readonly store: TicketStore,
    private readonly pictures: Pictures,
  ) {}

  /** A picture is cleaned before anybody is shown it. @throws NotFound */
  async set(ticketId: string, id: string, shared: boolean, caller: Caller): Promise<void> {
    await this.store.moveWith(ticketId, caller, async (ticket, context, sql) => {
      const name = shared ? 'shareAttachment' : 'withholdAttachment';
      const moved = move(ticket, name, { attachmentId: id }, context);
      const file = isUuid(id) ? (await attachmentsOf(sql, ticketId)).find((each) => each.id === id) : undefined;
      if (!file?.key) throw new NotFound('attachment');
      if (file.shared === shared) throw new Refusal('conflict', shared ? '附件已经提供' : '附件没有提供');
      if (shared && mediaTypeRow(file.mediaType).shownAs === 'picture') await this.pictures.clean(file.key);
      await shareAttachment(sql, { ticketId, id, shared });
      return moved;
    });
  }
}
