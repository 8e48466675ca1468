import type { FileStore } from '#intake/attachments/file-store';
import { ProgressBar } from '../replay/progress-bar';
import { withStore } from '../seed/store';
import { audit, type Audited, type VerifyTickets } from './audit';
import { rangeSize } from './ranges';
import { verifyInThreads } from './verify-in-threads';

/** A database, and the key that opens it. */
interface Target {
  readonly url: string;
  readonly masterKey: Uint8Array;
}

/** With a bar that shows how far it is. */
const verifyShown =
  ({ url, masterKey }: Target): VerifyTickets =>
  async (ranges, tell) => {
    const bar = new ProgressBar('Verifying tickets', ranges.length * rangeSize);
    const verifying = verifyInThreads({ target: { url, masterKey }, ranges }, (verdict) => {
      bar.advance(verdict.tickets);
      tell(verdict);
    });
    await verifying.finally(() => bar.end());
  };

/** Verifies everything in this database, on all processors. @throws Usage when no exported anchors lie where they are said to */
export const auditAt = (
  target: Target,
  { anchors, files }: { anchors?: string | undefined; files?: FileStore | undefined },
): Promise<Audited> =>
  withStore(target, (store) => audit(store, { verifyTickets: verifyShown(target), anchors, store: files }));
