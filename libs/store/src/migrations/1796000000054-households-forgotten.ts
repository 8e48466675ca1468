import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A visit counts for good; which household it was is forgotten with the ticket that came out of it, or after its time. */
export class HouseholdsForgotten1796000000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ticket.visit ALTER sealed DROP NOT NULL, ALTER wrapped_key DROP NOT NULL`);
    await runner.query(`CREATE INDEX visit_of_household ON ticket.visit (at) WHERE sealed IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ticket.visit_of_household`);
    await runner.query(`DELETE FROM ticket.visit WHERE sealed IS NULL`);
    await runner.query(`ALTER TABLE ticket.visit ALTER sealed SET NOT NULL, ALTER wrapped_key SET NOT NULL`);
  }
}
