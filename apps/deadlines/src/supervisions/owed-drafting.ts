import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import {
  causeWasDrafted,
  draftsOwedByCauses,
  draftsOwedByRungs,
  rungWasDrafted,
  type OwedByCause,
  type OwedByRung,
} from '#store/owed-drafts';
import type { Sql } from '#store/sql';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';
import { saidForCause, saidForRung } from './owed-words';
import { Supervisions } from './supervisions';

const batch = 100;

/**
 * Drafts the orders that are owed without a person: of due times that climbed so far, and of what happened to a ticket or
 * is the matter with it. Each once, whoever asks and however often.
 */
@Injectable()
export class OwedDrafting extends TurnWorker {
  constructor(
    private readonly database: Database,
    private readonly supervisions: Supervisions,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super('orders that are owed', settings.markSeconds * 1_000);
  }

  protected turn(): Promise<number> {
    return this.draftAll();
  }

  /** Drafts everything that is owed; answers how many orders were new. */
  async draftAll(): Promise<number> {
    const byRungs = await this.draftEach(draftsOwedByRungs, (rung) => this.draftByRung(rung));
    return byRungs + (await this.draftEach(draftsOwedByCauses, (owed) => this.draftByCause(owed)));
  }

  /** One that fails holds up none of the others that were read with it. @throws what the first of those threw */
  private async draftEach<Owed>(
    read: (sql: Sql, limit: number) => Promise<Owed[]>,
    draft: (owed: Owed) => Promise<boolean>,
  ): Promise<number> {
    let drafted = 0;
    for (let some = batch; some === batch;) {
      const owed = await read(this.database.sql, batch);
      const faults: unknown[] = [];
      for (const each of owed) if (await draft(each).catch((fault: unknown) => void faults.push(fault))) drafted += 1;
      if (faults.length > 0) throw faults[0];
      some = owed.length;
    }
    return drafted;
  }

  private draftByRung(rung: OwedByRung): Promise<boolean> {
    const { ticketId, clockId, generation } = rung;
    return this.supervisions.draftOwed({
      ticketId,
      by: { clockId, generation },
      say: () => saidForRung(rung),
      seenTo: (sql) => rungWasDrafted(sql, rung, this.clock.now()),
    });
  }

  private draftByCause(owed: OwedByCause): Promise<boolean> {
    const { ticketId, cause, round } = owed;
    return this.supervisions.draftOwed({
      ticketId,
      by: { ground: cause, round },
      say: (ticket) => saidForCause(cause, { ticket, round, gatheringPeople: this.settings.gatheringPeople }),
      seenTo: (sql) => causeWasDrafted(sql, owed),
    });
  }
}
