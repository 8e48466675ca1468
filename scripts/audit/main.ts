import { reachDatabase } from '#hotline/backend/reachable-database';
import { StartRefused } from '#hotline/backend/start-refused';
import { WrongMasterKey } from '#store/master-key';
import { runToExit } from '#platform/run-to-exit';
import { WrongSetting } from '#platform/settings';
import { Usage } from '../command-line';
import { attachmentStore } from './attachment-store';
import { auditAt } from './audit-at';
import { readOptions } from './options';
import { showAudited } from './show';

/** PostgreSQL's codes for a table or schema that is not there. */
const missing = ['42P01', '3F000'];
const neverStarted =
  'This database has no anchors yet: start this version of the hotline once, so that it brings the database up to date.';

async function main(): Promise<number> {
  const { anchors, attachments } = readOptions(process.argv.slice(2));
  const target = await reachDatabase(process.env);
  try {
    const began = performance.now();
    const files = attachments ? attachmentStore(process.env) : undefined;
    const audited = await auditAt(target, { anchors, files }).catch((error: unknown) => {
      throw missing.includes((error as { code?: string }).code ?? '') ? new StartRefused(neverStarted) : error;
    });
    showAudited(audited, (performance.now() - began) / 1_000);
    return audited.breaks.length === 0 ? 0 : 1;
  } finally {
    await target.close();
  }
}

runToExit(main, [Usage, StartRefused, WrongMasterKey, WrongSetting]);
