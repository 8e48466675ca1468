import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A department's ledger goes through the parts of one month in the order of their dispatch. */
export class PartsByDispatch1796000000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX assignment_dispatched ON ticket.assignment (department_id, dispatched_at, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ticket.assignment_dispatched`);
  }
}
