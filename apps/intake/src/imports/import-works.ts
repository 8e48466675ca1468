import { randomUUID } from 'node:crypto';
import type { Provider } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Committed } from '#store/committed';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { TicketImport } from '#store/ticket-import';
import { TicketNumbers } from '#store/ticket-number';
import { Directory } from '#platform/directory';
import { Claims } from './claims';
import { MonthsOfHistory } from './months-of-history';

/** What is opened for imports. */
interface Opened {
  readonly database: Database;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly committed: Committed;
  readonly directory: Directory;
}

/** What an import works with. */
export interface ImportWorks extends Opened {
  readonly tickets: TicketImport;
  readonly claims: Claims;
  readonly months: MonthsOfHistory;
}

/** @param claim in whose name imports are taken up */
export const importWorksOf = (opened: Opened, claim: string): ImportWorks => ({
  ...opened,
  tickets: new TicketImport(opened.keys, new TicketNumbers(opened.database)),
  claims: new Claims(opened.database, claim),
  months: new MonthsOfHistory(opened.database),
});

export const IMPORT_WORKS = Symbol('import works');

export const importWorks: Provider = {
  provide: IMPORT_WORKS,
  inject: [Database, KeyRing, Clock, Committed, Directory],
  useFactory: (...[database, keys, clock, committed, directory]: [Database, KeyRing, Clock, Committed, Directory]) =>
    importWorksOf({ database, keys, clock, committed, directory }, randomUUID()),
};
