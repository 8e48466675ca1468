import { parentPort } from 'node:worker_threads';
import { rendered, type Rendered, type ToRender } from './render-document';

/** A thread that writes documents, one after the other, and says why one could not be written. */
parentPort?.on('message', ({ id, order }: ToRender) => {
  const tell = (answer: Rendered): void => parentPort?.postMessage(answer);
  rendered(order).then(
    (bytes) => tell({ id, bytes }),
    (reason: unknown) => tell({ id, fault: reason instanceof Error ? reason.message : String(reason) }),
  );
});
