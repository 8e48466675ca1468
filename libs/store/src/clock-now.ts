/** The one clock of the code. In production it follows the database's (database-clock.ts); in tests it is fixed. */
export abstract class Clock {
  abstract now(): Date;
}
