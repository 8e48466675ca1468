import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for more time are read in the order in which they were asked; their ids are in that of their tickets. */
export class ExtensionsByTime1796000000073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ticket.extension_state');
    await runner.query('CREATE INDEX extension_state ON ticket.extension (state, asked_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ticket.extension_state');
    await runner.query('CREATE INDEX extension_state ON ticket.extension (state, id)');
  }
}
