import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { draftWasMade, owedDrafts, type OwedDraft } from '#store/owed-drafts';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';
import { Supervisions } from './supervisions';

const batch = 100;

/**
 * Drafts the orders that clocks have climbed to. An order is drafted once for each due time of a clock, whoever asks and
 * however often, so a process that ends between the draft and its note leaves nothing twice.
 */
@Injectable()
export class LadderDrafts extends TurnWorker {
  constructor(
    private readonly database: Database,
    private readonly supervisions: Supervisions,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super('orders of the ladder', settings.markSeconds * 1_000);
  }

  protected turn(): Promise<number> {
    return this.draftAll();
  }

  /** Drafts everything that is owed; answers how many orders were new. */
  async draftAll(): Promise<number> {
    let drafted = 0;
    for (let owed = await this.owed(); owed.length > 0; owed = owed.length < batch ? [] : await this.owed())
      for (const rung of owed) {
        if (await this.supervisions.draftForLadder(rung)) drafted += 1;
        await draftWasMade(this.database.sql, rung, this.clock.now());
      }
    return drafted;
  }

  private owed(): Promise<OwedDraft[]> {
    return owedDrafts(this.database.sql, batch);
  }
}
