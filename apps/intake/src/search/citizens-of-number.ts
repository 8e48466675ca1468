import { Injectable } from '@nestjs/common';
import { routeRow } from '#http-api/routes';
import { citizensByPhone } from '#store/citizen';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import { Throttle } from '#platform/throttle';

const { permit } = routeRow('POST /api/citizens/search');

/**
 * The citizens who gave a number. Whoever may ask for tickets by number and look at the masked one can find the hidden
 * digits by trying: so only those who may look a caller up anyway may, and not often enough to try them all.
 */
@Injectable()
export class CitizensOfNumber {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly throttle: Throttle,
  ) {}

  /** Ids, newest first. @throws Refusal */
  async find(phone: string, caller: Caller): Promise<string[]> {
    if (permit === 'anyone' || !caller.roles.some((role) => permit.includes(role)))
      throw new Refusal('forbidden', '按来电号码查询由热线话务、派单和回访人员办理');
    await this.throttle.admitFor('caller', caller);
    return (await citizensByPhone(this.database.sql, this.keys, phone)).map(({ id }) => id);
  }
}
