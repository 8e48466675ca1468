import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a search or a list is narrowed to: a class or a place that few tickets have is found without reading the others. */
export class SearchWithinFilters1796000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ticket_class ON ticket.ticket (category_code, area_code, type, id)`);
    await runner.query(`CREATE INDEX ticket_area ON ticket.ticket (area_code, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ticket.ticket_class, ticket.ticket_area`);
  }
}
