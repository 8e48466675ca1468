import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Inject, Injectable } from '@nestjs/common';
import { Committed } from '#store/committed';
import { messageOf } from '#store/told-error';
import { RESOURCES, type Resources } from '#platform/resources';

/** What the thread begins with. */
export interface ThreadBeginning {
  readonly databaseUrl: string;
  readonly logLevel: string;
  /** In whose name it takes imports up. */
  readonly claim: string;
}
/** What the thread tells: rows were committed, or that it needs the master key, which may have been replaced. */
export type ThreadTold = 'committed' | 'master-key';
/** What it is told. */
export type ToldThread = { readonly masterKey: Uint8Array } | { readonly fault: string } | 'stop';

/** However long a file is, it is read within so much, in megabytes of 1,048,576 bytes; most of it is soon forgotten. */
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 64 };

/** It needed more memory than it may have: it would again. */
export class OutOfMemory extends Error {}

/** Imports are read and made into tickets beside the request loop, in memory of their own that goes when they are done. */
@Injectable()
export class ImportThread {
  private worker: Worker | undefined;

  constructor(
    @Inject(RESOURCES) private readonly resources: Resources,
    private readonly committed: Committed,
  ) {}

  /**
   * Until nothing waits to be imported.
   * @throws OutOfMemory; Error when it died of something else: what it was at is taken up again
   */
  async run(claim: string, program: string | URL = join(__dirname, 'import-worker.js')): Promise<void> {
    const { databaseUrl, settings } = this.resources;
    const workerData: ThreadBeginning = { databaseUrl, logLevel: settings.logLevel, claim };
    const worker = new Worker(program, { workerData, resourceLimits });
    this.worker = worker;
    worker.on('message', (told: ThreadTold) => void this.hear(worker, told));
    try {
      await ended(worker);
    } finally {
      this.worker = undefined;
    }
  }

  /** It ends with the batch under way. */
  stop(): void {
    if (this.worker) tell(this.worker, 'stop');
  }

  private async hear(worker: Worker, told: ThreadTold): Promise<void> {
    if (told === 'committed') {
      this.committed.tell();
      return;
    }
    try {
      tell(worker, { masterKey: await this.resources.masterKey() });
    } catch (error) {
      tell(worker, { fault: messageOf(error) });
    }
  }
}

const tell = (worker: Worker, told: ToldThread): void => worker.postMessage(told);

const ended = (worker: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    worker.once('error', (error: Error & { code?: string }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new OutOfMemory() : error),
    );
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the thread ended with ${code}`))));
  });
