import { Logger } from '@nestjs/common';
import { isOutage } from '#store/outage';
import { BadFile } from '#platform/tables/bad-file';
import { beatMs, ClaimLost } from './claims';
import type { ClaimedImport } from './import-row';
import { ImportRun } from './import-run';
import type { ImportWorks } from './import-works';

const log = new Logger('import');

/** Does one import after the other until none waits, or until it is told to stop: it ends with the batch under way then. */
export async function importWhatWaits(works: ImportWorks, isStopped: () => boolean): Promise<void> {
  while (!isStopped()) {
    const claimed = await works.claims.next();
    if (!claimed) return;
    await importOne(works, claimed, isStopped);
  }
}

async function importOne(works: ImportWorks, claimed: ClaimedImport, isStopped: () => boolean): Promise<void> {
  const { claims, clock } = works;
  const beating = setInterval(() => void claims.beat(claimed.id).catch(() => undefined), beatMs);
  try {
    const isAtEnd = await new ImportRun(works, claimed).run(isStopped);
    await (isAtEnd ? claims.end(claimed.id, clock.now()) : claims.giveBack(claimed.id));
  } catch (error) {
    await giveUp(works, claimed, error);
  } finally {
    clearInterval(beating);
  }
}

/** What was added stays. A server that is away comes back: then the import goes on by itself, here or elsewhere. */
async function giveUp({ claims, clock }: ImportWorks, { id }: ClaimedImport, error: unknown): Promise<void> {
  if (error instanceof ClaimLost) return;
  if (isOutage(error)) throw error;
  const fault =
    error instanceof BadFile ? error.detail : '系统内部错误，请联系管理员；已导入的行保留，可再次上传同一文件';
  if (!(error instanceof BadFile)) log.error(error);
  await claims.end(id, clock.now(), fault);
}
