import type { RouteAnswer } from '#http-api/routes';
import type { HouseClient } from './house-client';

export type AttachmentView = RouteAnswer<'POST /api/tickets/:id/attachments'>;

interface Named {
  readonly id: string;
}

/** Adds a file to a ticket. @throws Refused */
export const addFile = (client: HouseClient, { id }: Named, form: FormData, key?: string): Promise<AttachmentView> =>
  client.call('POST /api/tickets/:id/attachments', {
    params: { id },
    body: form,
    headers: key ? { 'idempotency-key': key } : undefined,
  });

/** A file as somebody is sent it, with the answer's head. */
export interface SentFile {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

export async function downloadFile(
  client: HouseClient,
  ticket: Named,
  file: Named,
  { query = '', headers = {} }: { query?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<SentFile> {
  const response = await fetch(`${client.url}/api/tickets/${ticket.id}/attachments/${file.id}${query}`, {
    headers: { authorization: `Bearer ${client.token}`, ...headers },
  });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
