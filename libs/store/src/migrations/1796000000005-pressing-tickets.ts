import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Few tickets are urgent or critical: a list of them reads no others. */
export class PressingTickets1796000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ticket_pressing ON ticket.ticket (urgency, id) WHERE urgency <> 'normal'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ticket.ticket_pressing`);
  }
}
