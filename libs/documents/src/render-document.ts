import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { documentFormats, type DocumentFormat } from './document-format';
import type { OfficialDocument } from './official-document';

/** What the thread is asked, and what it answers. */
export interface ToRender {
  readonly id: number;
  readonly document: OfficialDocument;
  readonly format: DocumentFormat;
}
export type Rendered =
  { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly fault: string };

interface Waiting {
  readonly resolve: (bytes: Buffer) => void;
  readonly reject: (reason: Error) => void;
}

let thread: Worker | undefined;
let asked = 0;
const waiting = new Map<number, Waiting>();

/**
 * The document as a file, written in a thread beside the request loop: a list of some hundred rows takes seconds. What
 * runs from its sources, as tests do, has no compiled thread and writes it itself.
 */
export function renderDocument(document: OfficialDocument, format: DocumentFormat): Promise<Buffer> {
  if (__filename.endsWith('.ts')) return documentFormats[format].render(document);
  return new Promise((resolve, reject) => {
    asked += 1;
    waiting.set(asked, { resolve, reject });
    thread ??= begin();
    thread.postMessage({ id: asked, document, format } satisfies ToRender);
  });
}

/** It lives as long as the process and keeps it from ending by nothing. */
function begin(): Worker {
  const begun = new Worker(join(__dirname, 'document-worker.js'));
  begun.unref();
  begun.on('message', settle);
  begun.on('error', giveUp);
  begun.on('exit', () => giveUp(new Error('the thread that writes documents ended')));
  return begun;
}

function settle(rendered: Rendered): void {
  const asker = waiting.get(rendered.id);
  waiting.delete(rendered.id);
  if ('bytes' in rendered) asker?.resolve(Buffer.from(rendered.bytes));
  else asker?.reject(new Error(rendered.fault));
}

/** Whoever waited is told; the next one begins another thread. */
function giveUp(reason: Error): void {
  thread = undefined;
  for (const { reject } of waiting.values()) reject(reason);
  waiting.clear();
}
