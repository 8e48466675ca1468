import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { unlessHeld } from '#store/advisory-locks';
import { anchorFile, anchorFileName, dayOfAnchorFile } from '#store/anchor-file';
import { allAnchors } from '#store/anchor-rows';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { makeAnchor } from '#store/make-anchor';
import { messageOf } from '#store/told-error';
import { SETTINGS } from './resources';
import type { Settings } from './settings';
import { writeWhole } from './write-whole';

const everyMs = 300_000;
/** There is nothing personal in it, and an auditor may be somebody else. */
const readableByAll = 0o644;

/** Anchors all history once a day in Shanghai, and exports what its directory lacks. Safe in every replica: one at a time. */
@Injectable()
export class DailyAnchor {
  private readonly log = new Logger(DailyAnchor.name);
  private first: NodeJS.Timeout | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The first turn comes soon: a house that runs for a few minutes only anchors its day too. */
  start(delayMs: number): void {
    const again = () => this.run().catch((error: unknown) => this.log.warn(`anchors: ${messageOf(error)}`));
    this.first = setTimeout(() => void again(), delayMs).unref();
    this.timer = setInterval(() => void again(), everyMs).unref();
  }

  stop(): void {
    clearTimeout(this.first);
    clearInterval(this.timer);
  }

  /** Whoever finds another process at it leaves the rest to its own next turn. */
  async run(): Promise<void> {
    await unlessHeld(this.database, 'anchors', async () => {
      await makeAnchor(this.database, this.keys, this.clock.now());
      if (this.settings.anchorDirectory) await this.export(this.settings.anchorDirectory);
    });
  }

  /** Also what was anchored by a process without a directory, or while this one was away. */
  private async export(directory: string): Promise<void> {
    if (!existsSync(directory)) await mkdir(directory);
    const exported = new Set((await readdir(directory)).map(dayOfAnchorFile));
    const { sql } = this.database;
    for (const anchor of await allAnchors(sql)) {
      if (exported.has(anchor.day)) continue;
      await writeWhole(join(directory, anchorFileName(anchor.day)), anchorFile(sql, anchor), readableByAll);
    }
  }
}
