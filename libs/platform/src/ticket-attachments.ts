import { Injectable } from '@nestjs/common';
import { shownAttachment } from '#ticket/shown-attachment';
import type { Ticket } from '#ticket/ticket';
import { attachmentsOf } from '#store/attachment-rows';
import { Database } from '#store/database';
import { seesAll, type Caller } from './caller';
import { Directory } from './directory';
import { refusalAt } from './problems';

/** Files that a reply or a supplement names. */
@Injectable()
export class TicketAttachments {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  /** Each must be a file of that very ticket which this caller is shown. @throws Refusal */
  async check(ticket: Ticket, ids: readonly string[] | undefined, caller: Caller): Promise<void> {
    if (!ids || ids.length === 0) return;
    const viewer = { seesAll: seesAll(caller), departmentIds: caller.departmentIds };
    const known = (await attachmentsOf(this.database.sql, ticket.id))
      .filter(({ key }) => key !== null)
      .filter((file) => shownAttachment(ticket, file, viewer, this.directory.unitsOf) !== 'withheld')
      .map(({ id }) => id);
    if (ids.some((id) => !known.includes(id))) throw refusalAt('attachmentIds', '没有这个附件，请先上传到本工单');
    if (new Set(ids).size < ids.length) throw refusalAt('attachmentIds', '附件重复');
  }
}
