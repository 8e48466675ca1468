import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the house is open on a working day, and which departments keep other hours. */
export class OfficeHours1796000000068 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deadlines.office_hours');
  }
}

/**
 * Every version; no department means the house, no sessions end a department's own. While the house has none, the
 * program's own hours count.
 */
const table = `
CREATE TABLE deadlines.office_hours (
  id uuid PRIMARY KEY,
  department_id uuid,
  version integer NOT NULL,
  sessions jsonb,
  source text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK (department_id IS NOT NULL OR sessions IS NOT NULL)
);
CREATE UNIQUE INDEX office_hours_version ON deadlines.office_hours (coalesce(department_id, '00000000-0000-0000-0000-000000000000'), version);
`;
