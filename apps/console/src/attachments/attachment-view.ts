import type { RouteAnswer } from '#http-api/routes';
import { mediaTypeRow } from '#ticket/media-type';

export type AttachmentView = RouteAnswer<'POST /api/tickets/:id/attachments'>;

/** Where a browser finds it. */
export const attachmentPath = (ticketId: string, { id }: { id: string }): string =>
  `/api/tickets/${ticketId}/attachments/${id}`;

export const isPicture = ({ mediaType }: AttachmentView): boolean => mediaTypeRow(mediaType).shownAs === 'picture';
