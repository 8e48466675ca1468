import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tickets that came by Open311, which anybody may list. */
export class Open311Requests1796000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ticket_open311 ON ticket.ticket (id) WHERE channel = 'open311'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ticket.ticket_open311');
  }
}
