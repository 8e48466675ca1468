import { Inject, Injectable, Logger } from '@nestjs/common';
import type { LookKind } from '#ticket/look-kind';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { raiseLookAlerts, writeLooks } from '#store/look-rows';
import { messageOf } from '#store/told-error';
import type { Caller } from './caller';
import { SETTINGS } from './resources';
import type { Settings } from './settings';

/** Tells when somebody looks more often than their work asks for. Nothing is refused: a bad day has many calls. */
@Injectable()
export class LookWatch {
  private readonly log = new Logger(LookWatch.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Tickets that leave the house in one go: looks without a line of history each, which thousands would fill. */
  async looked(kind: LookKind, ticketIds: readonly string[], { id }: Caller): Promise<void> {
    await writeLooks(this.database.sql, [...new Set(ticketIds)], { accountId: id, kind, at: this.clock.now() });
  }

  /** After a look that is committed already: it is answered whatever becomes of this, and the next look tells too. */
  async afterLook(kind: LookKind, { id }: Caller): Promise<void> {
    const { revealsPerHour, exportsPerHour } = this.settings;
    const allowedPerHour = {
      reveal: revealsPerHour,
      recording: revealsPerHour,
      copy: exportsPerHour,
      export: exportsPerHour,
    }[kind];
    const asked = { kind, allowedPerHour, at: this.clock.now(), accountId: id };
    await raiseLookAlerts(this.database.sql, asked).catch((error: unknown) =>
      this.log.warn(`look alerts: ${messageOf(error)}`),
    );
  }
}
