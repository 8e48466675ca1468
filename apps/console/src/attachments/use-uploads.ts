import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AttachmentKind } from '#ticket/attachment-kind';
import { refreshLive } from '../api/live-routes';
import { problemWords } from '../api/problem-words';
import { randomKey } from '../api/submission-key';
import { upload, type UploadRequest } from '../api/upload';
import type { AttachmentView } from './attachment-view';

/** A file that somebody chose, and what is said of it. */
export interface ChosenFile {
  readonly file: File;
  readonly kind: AttachmentKind;
  /** Left to the server's default where nobody was asked. */
  readonly fromCitizen?: boolean;
  /** Where it was taken, `latitude,longitude`; left to what the camera noted where nobody said. */
  readonly takenPlace?: string | undefined;
}

/** A file on its way, or one that was refused. */
export interface Sending extends ChosenFile {
  readonly key: string;
  readonly percent: number;
  readonly error?: string;
}

/** Sends files to a ticket, each by itself, and tells how far they are. One that was not answered is sent again under its key. */
export function useUploads(ticketId: string, onAdded?: (added: AttachmentView) => void) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const client = useQueryClient();
  // The field holds more once the first of several is there.
  const latest = useRef(onAdded);
  useEffect(() => {
    latest.current = onAdded;
  });
  const { mutateAsync } = useMutation({
    mutationFn: (request: UploadRequest) => upload('POST /api/tickets/:id/attachments', request),
  });
  const change = (key: string, changed: Partial<Sending>): void =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...changed } : each)));
  const drop = (key: string): void => setSending((all) => all.filter((each) => each.key !== key));

  const send = async (one: Sending): Promise<void> => {
    change(one.key, { percent: 0, error: undefined });
    const tell = (percent: number): void => change(one.key, { percent });
    try {
      const added = await mutateAsync({ id: ticketId, form: formOf(one), idempotencyKey: one.key, tell });
      latest.current?.(added);
      refreshLive(client, 'tickets', new Set([ticketId]));
      drop(one.key);
    } catch (reason) {
      change(one.key, { error: problemWords(reason) });
    }
  };
  const add = (chosen: readonly ChosenFile[]): void => {
    const begun = chosen.map((each) => ({ ...each, key: randomKey(), percent: 0 }));
    setSending((all) => [...all, ...begun]);
    // One after another: a slow line is not shared among ten.
    void begun.reduce((before, each) => before.then(() => send(each)), Promise.resolve());
  };
  return { sending, add, again: send, drop };
}

function formOf({ file, kind, fromCitizen, takenPlace }: ChosenFile): FormData {
  const form = new FormData();
  form.append('kind', kind);
  if (fromCitizen !== undefined) form.append('fromCitizen', String(fromCitizen));
  if (takenPlace !== undefined) form.append('takenPlace', takenPlace);
  form.append('file', file);
  return form;
}
