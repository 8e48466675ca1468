import { attachmentKinds } from '#ticket/attachment-kind';
import { mediaTypeRow } from '#ticket/media-type';
import type { MoveContext } from '#ticket/move-context';
import { shownAttachment } from '#ticket/shown-attachment';
import type { Ticket } from '#ticket/ticket';
import type { RouteAnswer } from '#http-api/routes';
import { attachmentSelect, type Attachment } from '#store/attachment-rows';
import { seesAll, type Caller } from './caller';

type AttachmentView = RouteAnswer<'POST /api/tickets/:id/attachments'>;
type Protecting = Pick<Ticket, 'confidential' | 'type' | 'subjectDepartmentId'>;

/** As `json_agg` gives it: instants are text; with its bringer's name. */
export type AttachmentJson = Omit<Attachment, 'at' | 'takenAt'> & {
  at: string;
  takenAt: string | null;
  byName: string | null;
};

/** A ticket's files, for whoever reads `ticket.ticket t`; those that were erased are not shown. */
export const attachmentsOfPage = `(SELECT json_agg(g ORDER BY g.at, g.id) FROM (
  SELECT ${attachmentSelect}, o.name AS "byName" FROM ticket.attachment f
  LEFT JOIN ticket.account o ON o.id = CASE WHEN f.by_actor ~ '^[0-9a-f-]{36}$' THEN f.by_actor::uuid END
  WHERE f.ticket_id = t.id AND f.key IS NOT NULL
) g)`;

/** The files of a ticket as this caller is shown them, and how many are kept from them. */
export function attachmentViews(
  ticket: Protecting,
  files: readonly AttachmentJson[],
  caller: Caller,
  unitsOf: MoveContext['unitsOf'],
): { attachments: AttachmentView[]; attachmentsWithheld: number } {
  const viewer = { seesAll: seesAll(caller), departmentIds: caller.departmentIds };
  const told = files.map((file) => ({ file, shown: shownAttachment(ticket, file, viewer, unitsOf) }));
  const seen = told.filter(({ shown }) => shown !== 'withheld');
  return {
    attachments: seen.map(({ file, shown }) => viewOf(file, shown === 'cleaned')),
    attachmentsWithheld: told.length - seen.length,
  };
}

function viewOf({ key: _, byName, ...file }: AttachmentJson, isCleaned: boolean): AttachmentView {
  return {
    ...file,
    by: byName ?? file.by,
    at: new Date(file.at).toISOString(),
    takenAt: file.takenAt && new Date(file.takenAt).toISOString(),
    ...(isCleaned && { name: plainName(file), sha256: null, takenAt: null, takenPlace: null }),
  };
}

/** A name that tells nothing: 现场照片.jpg. */
export const plainName = ({ kind, mediaType }: Pick<Attachment, 'kind' | 'mediaType'>): string =>
  `${attachmentKinds[kind].label}.${mediaTypeRow(mediaType).extensions[0]}`;
