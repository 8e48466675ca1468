import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reports say how many calls came in and how quickly they were answered. Calls themselves are the intake's and are
 * forgotten after some months; what they count for stays by day, without anything of a caller. `ticket.call_figure` is
 * what others read of both: a row for each call that is known, and one for each day of those that are not any more.
 */
const statements = [
  `CREATE TABLE intake.call_day (
     first_at timestamptz PRIMARY KEY, came_in integer NOT NULL, rang integer NOT NULL, answered integer NOT NULL,
     answered_in_15_seconds integer NOT NULL
   )`,
  `CREATE VIEW ticket.call_figure AS
     SELECT first_at, 1 AS came_in, (rang_at IS NOT NULL)::int AS rang, (answered_at IS NOT NULL)::int AS answered,
       coalesce(answered_at <= rang_at + interval '15 seconds', false)::int AS answered_in_15_seconds
     FROM intake.call
     UNION ALL SELECT first_at, came_in, rang, answered, answered_in_15_seconds FROM intake.call_day`,
];

export class CallsCounted1796000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW ticket.call_figure`);
    await runner.query(`DROP TABLE intake.call_day`);
  }
}
