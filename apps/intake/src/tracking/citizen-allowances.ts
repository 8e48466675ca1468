import { Inject, Injectable } from '@nestjs/common';
import { timeWords } from '#calendar/time-words';
import type { Attachment } from '#store/attachment-rows';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { Refusal } from '#platform/problems';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { trackedLines, type TrackedLine } from './tracked-line';

const hourMs = 3_600_000;

type Line = Pick<TrackedLine, 'name' | 'at' | 'by'>;

/** How often citizens may do on the tracking page what they may do there at all. */
@Injectable()
export class CitizenAllowances {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  picturesLeft(files: readonly Pick<Attachment, 'by' | 'key'>[]): number {
    const own = files.filter(({ by, key }) => by === 'citizen' && key !== null);
    return Math.max(0, this.settings.picturesPerTicket - own.length);
  }

  /** From when on another nudge is taken, whoever took the last; null when it is taken now. */
  nudgeFrom(lines: readonly Line[], now: Date): Date | null {
    const last = lines.findLast(({ name }) => name === 'nudge');
    const from = last && new Date(last.at.getTime() + this.settings.nudgeHours * hourMs);
    return from && from > now ? from : null;
  }

  /** Called by who moves the ticket: whoever nudges at the same time decides again. @throws Refusal */
  async refuseNudge(ticketId: string, now: Date): Promise<void> {
    const from = this.nudgeFrom(await trackedLines(this.database.sql, ticketId, ['nudge']), now);
    if (from) throw new Refusal('conflict', `不久前已经催办过，${timeWords(from, now)}以后可以再次催办`);
  }

  /** @throws Refusal */
  async refuseSupplement(ticketId: string): Promise<void> {
    const most = this.settings.supplementsPerTicket;
    const lines = await trackedLines(this.database.sql, ticketId, ['supplement']);
    if (lines.filter(({ by }) => by === 'citizen').length >= most)
      throw new Refusal('conflict', `已经补充了 ${most} 次，还有情况请拨打12345`);
  }
}
