import { Inject, Injectable } from '@nestjs/common';
import { Maintenance } from '#platform/maintenance';
import { TurnWorker } from '#platform/turn-worker';
import { ImportThread, OutOfMemory } from './import-thread';
import { IMPORT_WORKS, type ImportWorks } from './import-works';
import { importWhatWaits } from './importing';
import { Uploads } from './uploads';

/** Between two looks for an import that waits, in milliseconds. */
const lookMs = 2_000;

/** What runs from its sources, as tests do, has no compiled thread. */
const hasThread = !__filename.endsWith('.ts');

const needsTooMuch = '文件超出导入可用的内存，请拆分后再上传；已导入的行保留';

/** Has imports done, one at a time, in every replica: whatever nobody is at, also what another one died over. */
@Injectable()
export class Importer extends TurnWorker {
  private stopped = false;

  constructor(
    @Inject(IMPORT_WORKS) private readonly works: ImportWorks,
    private readonly thread: ImportThread,
    uploads: Uploads,
    maintenance: Maintenance,
  ) {
    super('import', lookMs);
    maintenance.add(() => uploads.forgetBroken());
  }

  /** Ends with the batch under way; another replica goes on from there. */
  override beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.thread.stop();
    return super.beforeApplicationShutdown();
  }

  /** Looks at once, unless something is being imported already. */
  look(): void {
    if (!this.stopped) this.lookNow();
  }

  protected async turn(): Promise<void> {
    const waits = await this.works.claims.anyWaits();
    // Whoever was told to stop meanwhile has no thread yet that could be told.
    if (!waits || this.stopped) return;
    if (!hasThread) return importWhatWaits(this.works, () => this.stopped);
    await this.inThread();
    // Those of its history: the thread has learnt of them, this process not yet.
    await this.works.database.learnMonths();
  }

  /** What one thread had no room for none has: it would be taken up again and again, before all others. */
  private async inThread(): Promise<void> {
    const { claims, clock } = this.works;
    try {
      await this.thread.run(claims.claim);
    } catch (error) {
      const isOver = error instanceof OutOfMemory && (await claims.giveUpCurrent(clock.now(), needsTooMuch));
      if (!isOver) throw error;
    }
  }
}
