import { Inject, Injectable } from '@nestjs/common';
import { dateOfDay, dayNumber } from '#calendar/day-number';
import { shanghaiDate, shanghaiInstant } from '#calendar/shanghai-time';
import { bulletinKinds, type BulletinKind } from '#http-api/bulletin-shapes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { uuidV7 } from '#store/uuid-v7';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';
import type { Period } from '../period';
import { BulletinContents } from './bulletin-contents';
import { bulletinRows } from './bulletin-kinds';
import { isMade, keepDraft } from './bulletin-rows';

/** 日报 is there at eight in the morning. */
const readyAt = '08:00';

const dayBefore = (day: string): string => dateOfDay(dayNumber(day) - 1);

/** Makes the bulletins of periods that are over, once each, whichever process comes first; nothing is sent before a person signs. */
@Injectable()
export class BulletinMaker extends TurnWorker {
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

  /** Makes what is owed by now. */
  async makeOwed(): Promise<void> {
    const now = this.clock.now();
    const today = shanghaiDate(now);
    if (now < shanghaiInstant(today, readyAt)) return;
    for (const kind of Object.keys(bulletinKinds) as BulletinKind[]) {
      const { isMadeByItself, period } = bulletinRows[kind];
      const last = period(dayBefore(period(today).from));
      if (isMadeByItself && !(await isMade(this.database.sql, kind, last))) await this.make(kind, last, 'satisfaction');
    }
  }

  /** Makes one anew; answers its id, null where it is signed already. */
  async make(kind: BulletinKind, period: Period, by: string): Promise<string | null> {
    const { asOf, sections } = await this.contents.of(kind, period);
    const at = this.clock.now();
    return keepDraft(this.database.sql, { id: uuidV7(at), kind, period, asOf, sections, by, at });
  }
}
