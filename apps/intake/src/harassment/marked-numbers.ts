import { Inject, Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#http-api/routes';
import { maskPhone } from '#ticket/masks';
import { phoneHash } from '#store/citizen';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { marksInForce, type Mark } from './mark-rows';

type Restriction = RouteAnswer<'POST /api/citizens/search'>['restriction'];

/** Which numbers are restricted now. */
@Injectable()
export class MarkedNumbers {
  constructor(
    readonly keys: KeyRing,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  get mostDays(): number {
    return this.settings.harassmentDays;
  }

  masked({ sealed, wrappedKey }: Pick<Mark, 'sealed' | 'wrappedKey'>): string {
    return maskPhone(this.keys.open(sealed, wrappedKey));
  }

  async restrictionOf(phone: string): Promise<Restriction> {
    const hash = phoneHash(this.keys, phone);
    return (await this.restrictionsOf([hash])).get(hash.toString('hex')) ?? null;
  }

  /** By the keyed digests (hex) under which calls keep their numbers. */
  async restrictionsOf(hashes: readonly Buffer[]): Promise<ReadonlyMap<string, NonNullable<Restriction>>> {
    if (hashes.length === 0) return new Map();
    const marks = await marksInForce(this.database.sql, hashes, this.clock.now());
    return new Map(
      marks.map(({ hash, reason, until }) => [hash.toString('hex'), { reason, until: until.toISOString() }]),
    );
  }
}
