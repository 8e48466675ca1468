import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { LedgerReading } from './ledger-reading';

/** 承办台账 */
@Controller()
export class LedgerController {
  constructor(private readonly reading: LedgerReading) {}

  @Handles('GET /api/handling-ledger')
  list(
    { query }: RouteInput<'GET /api/handling-ledger'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/handling-ledger'>> {
    return this.reading.list(query, caller);
  }
}
