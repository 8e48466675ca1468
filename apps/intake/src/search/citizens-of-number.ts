import { Injectable } from '@nestjs/common';
import { routeRow } from '#http-api/routes';
import { phoneHash } from '#store/citizen';
import { KeyRing } from '#store/key-ring';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import { Throttle } from '#platform/throttle';

const { permit } = routeRow('POST /api/citizens/search');

/**
 * Looking for the citizens who gave a number. Whoever may ask for tickets by number and look at the masked one can find the hidden
 * digits by trying: so only those who may look a caller up anyway may, and not often enough to try them all.
 */
@Injectable()
export class CitizensOfNumber {
  constructor(
    private readonly keys: KeyRing,
    private readonly throttle: Throttle,
  ) {}

  /** The hash to look for. @throws Refusal */
  async hashOf(phone: string, caller: Caller): Promise<Buffer> {
    if (permit === 'anyone' || !caller.roles.some((role) => permit.includes(role)))
      throw new Refusal('forbidden', '按来电号码查询由热线话务、派单和回访人员办理');
    await this.throttle.admitFor('caller', caller);
    return phoneHash(this.keys, phone);
  }
}
