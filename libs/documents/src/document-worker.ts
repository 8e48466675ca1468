import { parentPort } from 'node:worker_threads';
import { documentFormats } from './document-format';
import type { Rendered, ToRender } from './render-document';

/** A thread that writes documents, one after the other, and says why one could not be written. */
parentPort?.on('message', ({ id, document, format }: ToRender) => {
  const tell = (rendered: Rendered): void => parentPort?.postMessage(rendered);
  documentFormats[format].render(document).then(
    (bytes) => tell({ id, bytes }),
    (reason: unknown) => tell({ id, fault: reason instanceof Error ? reason.message : String(reason) }),
  );
});
