import type { AttachmentKind } from '#ticket/attachment-kind';
import type { Place } from '#ticket/place';
import type { MediaType } from '#ticket/media-type';
import { looseFiles } from './loose-files';
import type { Sql } from './sql';

/** A file of a ticket. */
export interface Attachment {
  readonly id: string;
  readonly kind: AttachmentKind;
  /** As its owner called it; empty once it was erased. */
  readonly name: string;
  readonly mediaType: MediaType;
  readonly bytes: number;
  readonly sha256: string;
  /** Where it lies in the store of files; null once it was erased. */
  readonly key: string | null;
  /** Of a picture, in pixels. */
  readonly width: number | null;
  readonly height: number | null;
  readonly hasThumbnail: boolean;
  readonly fromCitizen: boolean;
  /** Whether departments may see it although its citizen is protected. */
  readonly shared: boolean;
  /** A user's id, a service's name, or `citizen`. */
  readonly by: string;
  readonly at: Date;
  /** When it was taken or written, as its owner or the camera said. */
  readonly takenAt: Date | null;
  /** Where a department took it. */
  readonly takenPlace: Place | null;
}

export const attachmentRow = (ticketId: string, file: Attachment) => ({
  ticket_id: ticketId,
  id: file.id,
  kind: file.kind,
  name: file.name,
  media_type: file.mediaType,
  bytes: file.bytes,
  sha256: file.sha256,
  key: file.key,
  width: file.width,
  height: file.height,
  has_thumbnail: file.hasThumbnail,
  from_citizen: file.fromCitizen,
  shared: file.shared,
  by_actor: file.by,
  at: file.at,
  taken_at: file.takenAt,
  taken_place: file.takenPlace,
});

/** Of `ticket.attachment f`, under an attachment's own names. */
export const attachmentSelect = `f.id, f.kind, f.name, f.media_type AS "mediaType", f.bytes::float8 AS bytes, f.sha256, f.key, f.width, f.height,
f.has_thumbnail AS "hasThumbnail", f.from_citizen AS "fromCitizen", f.shared, f.by_actor AS "by", f.at, f.taken_at AS "takenAt", f.taken_place AS "takenPlace"`;

/** All of a ticket, erased ones too, oldest first: the settings allow it a hundred at most. */
export const attachmentsOf = (sql: Sql, ticketId: string): Promise<Attachment[]> =>
  sql
    .about(ticketId)
    .query<Attachment & Record<string, unknown>>(
      `SELECT ${attachmentSelect} FROM ticket.attachment f WHERE f.ticket_id = $1 ORDER BY f.at, f.id`,
      [ticketId],
    );

/** Whether departments may see it. The caller's transaction holds the ticket's lock. Answers whether there is such a file. */
export async function shareAttachment(
  sql: Sql,
  { ticketId, id, shared }: { ticketId: string; id: string; shared: boolean },
): Promise<boolean> {
  const changed = await sql
    .about(ticketId)
    .count(`UPDATE ticket.attachment SET shared = $3 WHERE ticket_id = $1 AND id = $2 AND key IS NOT NULL`, [
      ticketId,
      id,
      shared,
    ]);
  return changed > 0;
}

/**
 * The files of a ticket go, with their names, and when and where they were taken; their rows stay, and the digests by which history
 * is verified. The bytes follow when the transaction has committed.
 */
export async function eraseAttachments(sql: Sql, ticketId: string): Promise<void> {
  await sql.query(
    `WITH gone AS (SELECT key FROM ticket.attachment WHERE ticket_id = $1 AND key IS NOT NULL),
     emptied AS (UPDATE ticket.attachment SET name = '', key = NULL, has_thumbnail = false, taken_at = NULL, taken_place = NULL WHERE ticket_id = $1)
     INSERT INTO ${looseFiles} (key, goes_at) SELECT key, '-infinity' FROM gone`,
    [ticketId],
  );
}
