import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Returns are counted by the days on which departments asked for them. */
export class ReturnsByAsking1796000000093 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX return_request_asked ON ticket.return_request (asked_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ticket.return_request_asked`);
  }
}
