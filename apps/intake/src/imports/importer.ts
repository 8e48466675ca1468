import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { isOutage } from '#store/outage';
import { Maintenance } from '#platform/maintenance';
import { Turns } from '#platform/turns';
import { BadFile } from './bad-file';
import { beatMs, ClaimLost } from './claims';
import type { ClaimedImport } from './import-row';
import { ImportRun } from './import-run';
import { IMPORT_WORKS, type ImportWorks } from './import-works';
import { Uploads } from './uploads';

/** Between two looks for an import that waits, in milliseconds. */
const lookMs = 2_000;

/** Takes up imports, one at a time, in every replica: whatever nobody is at, also what another one died over. */
@Injectable()
export class Importer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('import');
  private readonly turns = new Turns(this.log, 'import', () => this.work());
  private stopped = false;

  constructor(
    @Inject(IMPORT_WORKS) private readonly works: ImportWorks,
    uploads: Uploads,
    maintenance: Maintenance,
  ) {
    maintenance.add(() => uploads.forgetBroken());
  }

  onApplicationBootstrap(): void {
    this.turns.start(lookMs);
  }

  /** Ends with the batch under way; another replica goes on from there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.turns.end();
  }

  /** Looks at once, unless something is being imported already. */
  look(): void {
    if (!this.stopped) this.turns.take();
  }

  private async work(): Promise<void> {
    while (!this.stopped) {
      const claimed = await this.works.claims.next();
      if (!claimed) return;
      await this.run(claimed);
    }
  }

  private async run(claimed: ClaimedImport): Promise<void> {
    const { claims, clock } = this.works;
    const beating = setInterval(() => void claims.beat(claimed.id).catch(() => undefined), beatMs);
    try {
      const isAtEnd = await new ImportRun(this.works, claimed).run(() => this.stopped);
      await (isAtEnd ? claims.end(claimed.id, clock.now()) : claims.giveBack(claimed.id));
    } catch (error) {
      await this.failed(claimed, error);
    } finally {
      clearInterval(beating);
    }
  }

  /** What was added stays. A server that is away comes back: then the import goes on by itself, here or elsewhere. */
  private async failed({ id }: ClaimedImport, error: unknown): Promise<void> {
    if (error instanceof ClaimLost) return;
    if (isOutage(error)) throw error;
    const fault =
      error instanceof BadFile ? error.detail : '系统内部错误，请联系管理员；已导入的行保留，可再次上传同一文件';
    if (!(error instanceof BadFile)) this.log.error(error);
    await this.works.claims.end(id, this.works.clock.now(), fault);
  }
}
