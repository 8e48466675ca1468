import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What tells whether a master key is the one this database was written with; the key itself is never here. */
const table = `
CREATE TABLE ticket.master_key_check (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  digest bytea NOT NULL
);
`;

export class MasterKeyCheck1796000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.master_key_check');
  }
}
