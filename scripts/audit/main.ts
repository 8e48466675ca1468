import { join } from 'node:path';
import { dataDirectoryPath } from '#hotline/backend/data-directory';
import { reachDatabase, type ReachableDatabase } from '#hotline/backend/reachable-database';
import { StartRefused } from '#hotline/backend/start-refused';
import type { FileStore } from '#intake/attachments/file-store';
import { fileStoreOf } from '#intake/attachments/open-file-store';
import { WrongMasterKey } from '#store/master-key';
import { runToExit } from '#platform/run-to-exit';
import { readSettings, WrongSetting } from '#platform/settings';
import { ProgressBar } from '../replay/progress-bar';
import { Usage } from '../seed/options';
import { withStore } from '../seed/store';
import { audit, type Audited, type VerifyTickets } from './audit';
import { readOptions, type Options } from './options';
import { rangeSize } from './ranges';
import { showAudited } from './show';
import { verifyInThreads } from './verify-in-threads';

/** PostgreSQL's codes for a table or schema that is not there. */
const missing = ['42P01', '3F000'];
const neverStarted =
  'This database has no anchors yet: start this version of the hotline once, so that it brings the database up to date.';

/** With a bar that shows how far it is. */
const verifyShown =
  ({ url, masterKey }: ReachableDatabase): VerifyTickets =>
  async (ranges, tell) => {
    const bar = new ProgressBar('Verifying tickets', ranges.length * rangeSize);
    const verifying = verifyInThreads({ target: { url, masterKey }, ranges }, (verdict) => {
      bar.advance(verdict.tickets);
      tell(verdict);
    });
    await verifying.finally(() => bar.end());
  };

function auditAt(target: ReachableDatabase, { anchors, attachments }: Options): Promise<Audited> {
  const files = attachments ? attachmentStore(process.env) : undefined;
  return withStore(target, (store) =>
    audit(store, { verifyTickets: verifyShown(target), anchors, store: files }),
  ).catch((error: unknown) => {
    throw missing.includes((error as { code?: string }).code ?? '') ? new StartRefused(neverStarted) : error;
  });
}

/** The hotline's own store of files, by the same settings. */
function attachmentStore(environment: NodeJS.ProcessEnv): FileStore {
  const { attachmentStore: named } = readSettings(environment);
  return fileStoreOf({ attachmentStore: named ?? { directory: join(dataDirectoryPath(environment), 'attachments') } });
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const target = await reachDatabase(process.env);
  try {
    const began = performance.now();
    const audited = await auditAt(target, options);
    showAudited(audited, (performance.now() - began) / 1_000);
    return audited.breaks.length === 0 ? 0 : 1;
  } finally {
    await target.close();
  }
}

runToExit(main, [Usage, StartRefused, WrongMasterKey, WrongSetting]);
