import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { documentFormats, type DocumentFormat } from './document-format';
import type { OfficialDocument } from './official-document';
import type { Paper } from './paper';
import { paperFormats, type PaperFormat } from './paper-format';

/** What the thread is asked, and what it answers. */
export type Order =
  | { readonly kind: 'document'; readonly said: OfficialDocument; readonly format: DocumentFormat }
  | { readonly kind: 'paper'; readonly said: Paper; readonly format: PaperFormat };
export interface ToRender {
  readonly id: number;
  readonly order: Order;
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

/** The document as a file. */
export const renderDocument = (said: OfficialDocument, format: DocumentFormat): Promise<Buffer> =>
  render({ kind: 'document', said, format });

/** The paper as a file. */
export const renderPaper = (said: Paper, format: PaperFormat): Promise<Buffer> =>
  render({ kind: 'paper', said, format });

/** Writes what is ordered, here and now: for the thread itself, and for what has none. */
export const rendered = (order: Order): Promise<Buffer> =>
  order.kind === 'paper' ? paperFormats[order.format](order.said) : documentFormats[order.format].render(order.said);

/**
 * A file, written in a thread beside the request loop: a list of some hundred rows takes seconds. What runs from its
 * sources, as tests do, has no compiled thread and writes it itself.
 */
function render(order: Order): Promise<Buffer> {
  if (__filename.endsWith('.ts')) return rendered(order);
  return new Promise((resolve, reject) => {
    asked += 1;
    waiting.set(asked, { resolve, reject });
    thread ??= begin();
    thread.postMessage({ id: asked, order } satisfies ToRender);
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

function settle(answer: Rendered): void {
  const asker = waiting.get(answer.id);
  waiting.delete(answer.id);
  if ('bytes' in answer) asker?.resolve(Buffer.from(answer.bytes));
  else asker?.reject(new Error(answer.fault));
}

/** Whoever waited is told; the next one begins another thread. */
function giveUp(reason: Error): void {
  thread = undefined;
  for (const { reject } of waiting.values()) reject(reason);
  waiting.clear();
}
