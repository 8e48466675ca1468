import { Inject, Injectable, Logger } from '@nestjs/common';
import { shanghaiDate, shanghaiInstant } from '#calendar/shanghai-time';
import { shifted } from '#calendar/time-span';
import { bulletinKinds, type BulletinKind } from '#http-api/bulletin-shapes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { messageOf } from '#store/told-error';
import { uuidV7 } from '#store/uuid-v7';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';
import type { Period } from '../period';
import { BulletinContents } from './bulletin-contents';
import { bulletinRows } from './bulletin-kinds';
import { isMade, keepDraft, latestStart } from './bulletin-rows';

/** 日报 is there at eight in the morning. */
const readyAt = '08:00';
/** So many of a kind are made up for at once, after a long time out. */
const mostOwed = 40;

/** When the bulletin of a period is due. */
const overAt = ({ to }: Period): Date => shanghaiInstant(shifted(to, { days: 1 }), readyAt);

const dayBefore = (day: string): string => shifted(day, { days: -1 });

/** Makes the bulletins of periods that are over, once each, whichever process comes first; nothing is sent before a person signs. */
@Injectable()
export class BulletinMaker extends TurnWorker {
  private readonly log = new Logger(BulletinMaker.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly contents: BulletinContents,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super('bulletins', settings.bulletinSeconds * 1_000);
  }

  protected turn(): Promise<void> {
    return this.makeOwed();
  }

  /** Makes what is owed by now, of each kind by itself. */
  async makeOwed(): Promise<void> {
    for (const kind of Object.keys(bulletinKinds) as BulletinKind[]) {
      if (!bulletinRows[kind].isMadeByItself) continue;
      await this.makeOwedOf(kind).catch((error: unknown) =>
        this.log.warn(`${kind} bulletins wait: ${messageOf(error)}`),
      );
    }
  }

  /** Also those of days on which nobody ran, the oldest first; none before the first that there is, and of a new house the last one alone. */
  private async makeOwedOf(kind: BulletinKind): Promise<void> {
    const { sql } = this.database;
    const { period } = bulletinRows[kind];
    const now = this.clock.now();
    const since = await latestStart(sql, kind);
    const owed: Period[] = [];
    for (let each = period(dayBefore(period(shanghaiDate(now)).from)); ; each = period(dayBefore(each.from))) {
      const isOver = now >= overAt(each);
      if (isOver && !(await isMade(sql, kind, each, overAt(each)))) owed.unshift(each);
      if (since === null || each.from <= since || owed.length >= mostOwed) break;
    }
    for (const each of owed) await this.make(kind, each, 'satisfaction');
  }

  /** Makes one anew; answers its id, null where it is signed already. */
  async make(kind: BulletinKind, period: Period, by: string): Promise<string | null> {
    const { asOf, sections } = await this.contents.of(bulletinRows[kind].sections, period);
    const at = this.clock.now();
    return this.database.transaction((sql) => keepDraft(sql, { id: uuidV7(at), kind, period, asOf, sections, by, at }));
  }
}
