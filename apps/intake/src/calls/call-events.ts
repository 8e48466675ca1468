import { Injectable } from '@nestjs/common';
import type { RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { uuidV7 } from '#store/uuid-v7';
import { callChangedChannel } from '#platform/live-changes';
import { CallRatings } from './call-ratings';
import { addEvent, type Call } from './call-rows';

/** Hears what the call platform tells, and tells whoever sits where it rings. */
@Injectable()
export class CallEvents {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    private readonly ratings: CallRatings,
  ) {}

  async hear({ callId, ...told }: RouteInput<'POST /api/calls/events'>['body']): Promise<void> {
    const event = { ...told, at: new Date(told.at) };
    const id = uuidV7(this.clock.now());
    const call = await this.database.transaction((sql) => addEvent(sql, this.keys, { id, callId, event }));
    await this.tell(call);
    if (call.rating !== null) await this.ratings.give(call);
  }

  /** After the commit, and without waiting for anybody: a page that was not told asks by itself a moment later. */
  private async tell({ id, extension }: Call): Promise<void> {
    if (extension === null) return;
    await this.database.sql.query(
      `SELECT pg_notify('${callChangedChannel}', $1 || ' ' || a.id) FROM ticket.account a WHERE a.extension = $2`,
      [id, extension],
    );
  }
}
