import { Inject, Injectable } from '@nestjs/common';
import { clockToleranceMs } from '#ticket/clock-tolerance';
import type { AttachmentKind } from '#ticket/attachment-kind';
import { move, refuseOutOfPlace } from '#ticket/move';
import type { Place } from '#ticket/place';
import type { IncomingFile } from '#http-api/upload';
import { attachmentRow, attachmentsOf } from '#store/attachment-rows';
import { Database } from '#store/database';
import { keepFile } from '#store/loose-files';
import { readTicket } from '#store/read-ticket';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { TicketStore } from '#store/ticket-store';
import type { Writer } from '#store/writer';
import { Refusal, refusalAt } from '#platform/problems';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { FileReception, type ReceivedFile } from './file-reception';

/** What is said of a file beside it. */
export interface AttachmentFacts {
  readonly kind: AttachmentKind;
  /** Whether the citizen gave it, whoever brings it in. */
  readonly fromCitizen: boolean;
  /** When it was taken or written; of a picture by default what the camera noted. */
  readonly takenAt?: Date | null;
  /** Where it was taken; of a department's picture by default what the camera noted. */
  readonly takenPlace?: Place | null;
}

/** Files become attachments of tickets: the bytes are in the store before state, history and row commit together. */
@Injectable()
export class Attachments {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly reception: FileReception,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Adds a file to a ticket, for whoever may: the writer's scope is the caller's to check. Answers the attachment's id.
   * @throws NotFound; Refusal and TransitionRefused with nothing left of the file
   */
  async add(ticketId: string, file: IncomingFile & AttachmentFacts, writer: Writer): Promise<string> {
    await this.admit(ticketId, writer);
    const received = await this.reception.take(file);
    try {
      return await this.keep(ticketId, received, file, writer);
    } catch (error) {
      await this.reception.giveUp(received.key);
      throw error;
    }
  }

  /** Refuses before the first byte comes in what would be refused after the last. */
  async admit(ticketId: string, writer: Writer): Promise<void> {
    const found = await readTicket(this.database.sql, ticketId);
    if (!found) throw new NotFound('ticket');
    refuseOutOfPlace(found.ticket, 'attach');
    await this.refuseOneMore(this.database.sql, ticketId, writer);
  }

  /** Makes a file that was taken an attachment; whoever took it gives it up when this fails. */
  async keep(ticketId: string, file: ReceivedFile, said: AttachmentFacts, writer: Writer): Promise<string> {
    let id = '';
    await this.store.moveWith(ticketId, writer, async (ticket, context, sql) => {
      id = context.newId();
      const { mediaType, bytes, sha256 } = file;
      const { kind, fromCitizen } = said;
      const told = { attachmentId: id, sha256, attachmentKind: kind, mediaType, bytes, fromCitizen };
      const moved = move(ticket, 'attach', told, context);
      await this.refuseOneMore(sql, ticketId, writer);
      if (!(await keepFile(sql, file.key))) throw new Refusal('conflict', '上传用时过长，请重新上传');
      const row = attachmentRow(ticketId, {
        ...{ id, kind, mediaType, bytes, sha256, fromCitizen, shared: false },
        ...{ name: file.name, key: file.key, by: writer.id, at: context.at },
        width: file.picture?.width ?? null,
        height: file.picture?.height ?? null,
        hasThumbnail: file.picture !== null,
        takenAt: takenAt(file, said, context.at),
        // Where a citizen takes a picture is mostly where they live.
        takenPlace: fromCitizen ? null : (said.takenPlace ?? file.picture?.takenPlace ?? null),
      });
      return { ...moved, rows: { 'ticket.attachment': [row] }, reference: id };
    });
    return id;
  }

  private async refuseOneMore(sql: Sql, ticketId: string, { id }: Writer): Promise<void> {
    const { attachmentsPerTicket: most, picturesPerTicket: mostOfCitizen } = this.settings;
    const kept = (await attachmentsOf(sql, ticketId)).filter(({ key }) => key !== null);
    const own = kept.filter(({ by }) => by === 'citizen');
    if (id === 'citizen' && own.length >= mostOfCitizen)
      throw new Refusal('conflict', `您最多可以补充 ${mostOfCitizen} 张图片，还有材料请拨打12345`);
    if (kept.length >= most) throw new Refusal('conflict', `一个工单最多 ${most} 个附件，不能再添加`);
  }
}

/** What somebody says is checked; a camera whose clock is ahead says nothing. */
function takenAt({ picture }: ReceivedFile, said: AttachmentFacts, now: Date): Date | null {
  const isAhead = (at: Date) => at.getTime() > now.getTime() + clockToleranceMs;
  if (said.takenAt && isAhead(said.takenAt)) throw refusalAt('takenAt', '拍摄或形成时间不能晚于现在');
  const noted = picture?.takenAt ?? null;
  return said.takenAt ?? (noted && !isAhead(noted) ? noted : null);
}
