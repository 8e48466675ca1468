import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the house is open on a working day. */
export class OfficeHours1796000000068 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deadlines.office_hours');
  }
}

/** Every version; while there is none, the program's own hours count. */
const table = `
CREATE TABLE deadlines.office_hours (
  id uuid PRIMARY KEY,
  version integer NOT NULL UNIQUE,
  sessions jsonb NOT NULL,
  source text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
`;
