import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { ClockKind } from '#ticket/clock-kind';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { Turns } from '#platform/turns';
import { Supervisions } from './supervisions';

const batch = 100;

interface OwedDraft {
  [column: string]: unknown;
  id: string;
  ticketId: string;
  clockId: string;
  generation: number;
  kind: ClockKind;
  dueAt: Date;
}

/**
 * Drafts the orders that clocks have climbed to. An order is drafted once for each due time of a clock, whoever asks and
 * however often, so a process that ends between the draft and its note leaves nothing twice.
 */
@Injectable()
export class LadderDrafts implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly turns = new Turns(new Logger(LadderDrafts.name), 'orders of the ladder', () => this.draftAll());

  constructor(
    private readonly database: Database,
    private readonly supervisions: Supervisions,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.turns.start(this.settings.markSeconds * 1_000);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.turns.end();
  }

  /** Drafts everything that is owed; answers how many orders were new. */
  async draftAll(): Promise<number> {
    let drafted = 0;
    for (let owed = await this.owed(); owed.length > 0; owed = owed.length < batch ? [] : await this.owed())
      for (const rung of owed) {
        if (await this.supervisions.draftForLadder(rung)) drafted += 1;
        await this.database.sql
          .about(rung.ticketId)
          .query(`UPDATE ticket.rung SET drafted_at = $2 WHERE ticket_id = $3 AND id = $1`, [
            rung.id,
            this.clock.now(),
            rung.ticketId,
          ]);
      }
    return drafted;
  }

  private owed(): Promise<OwedDraft[]> {
    return this.database.sql.query<OwedDraft>(
      `SELECT id, ticket_id AS "ticketId", clock_id AS "clockId", generation, kind, due_at AS "dueAt" FROM ticket.rung
       WHERE rung = 'supervision' AND drafted_at IS NULL ORDER BY fired_at, id LIMIT ${batch}`,
      [],
    );
  }
}
