import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signs of gaming are looked for in what was rated, and what ended, within days. */
export class RatingsAndEndsByTime1796000000118 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX rating_at ON ticket.rating (at)`);
    await runner.query(`CREATE INDEX ticket_closed_at ON ticket.ticket (closed_at) WHERE closed_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ticket.ticket_closed_at, ticket.rating_at`);
  }
}
