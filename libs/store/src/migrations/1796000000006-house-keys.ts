import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The house's keys, wrapped by the master key, so that it can be replaced; data keys say under which generation they are wrapped. */
const table = `
CREATE TABLE ticket.house_key (
  purpose text NOT NULL,
  generation smallint NOT NULL,
  master_id bytea NOT NULL,
  wrapped bytea NOT NULL,
  uses_from timestamptz NOT NULL,
  PRIMARY KEY (purpose, generation, master_id)
);
UPDATE ticket.citizen SET wrapped_key = '\\x0001' || wrapped_key;
`;

export class HouseKeys1796000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE ticket.citizen SET wrapped_key = substr(wrapped_key, 3); DROP TABLE ticket.house_key');
  }
}
