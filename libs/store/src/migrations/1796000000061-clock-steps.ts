import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Clocks say how their due times were counted, step by step, and are found by their ids. Clocks of open tickets are told
 * anew by the sweep, which reads their history; those that had ended keep what they were written with.
 */
export class ClockSteps1796000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX clock_id ON ticket.clock (id)`);
    await runner.query(
      `UPDATE ticket.ticket SET clocks_seq = seq - 1
       WHERE clocks_seq = seq AND state NOT IN ('closed', 'merged', 'withdrawn', 'void', 'returned-up')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ticket.clock_id`);
  }
}
