import type { Provider } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Committed } from '#store/committed';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { TicketImport } from '#store/ticket-import';
import { Directory } from '#platform/directory';
import { Claims } from './claims';
import { MonthsOfHistory } from './months-of-history';

/** What an import works with. */
export interface ImportWorks {
  readonly database: Database;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly committed: Committed;
  readonly directory: Directory;
  readonly tickets: TicketImport;
  readonly claims: Claims;
  readonly months: MonthsOfHistory;
}

export const IMPORT_WORKS = Symbol('import works');

type Parts = [Database, KeyRing, Clock, Committed, Directory, TicketImport, Claims, MonthsOfHistory];

export const importWorks: Provider = {
  provide: IMPORT_WORKS,
  inject: [Database, KeyRing, Clock, Committed, Directory, TicketImport, Claims, MonthsOfHistory],
  useFactory: (...[database, keys, clock, committed, directory, tickets, claims, months]: Parts): ImportWorks => ({
    database,
    keys,
    clock,
    committed,
    directory,
    tickets,
    claims,
    months,
  }),
};
