import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A search for closed tickets of an area need not pass those that are open yet. Only what is closed is written into it. */
export class ClosedTicketsOfAnArea1796000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ticket_closed_of_area ON ticket.ticket (area_code, id) WHERE state = 'closed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ticket.ticket_closed_of_area`);
  }
}
