import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What makes parts late, as each day's history tells it. */
export class Lateness1796000000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deadlines.lateness_model');
  }
}

/**
 * One model a day in Shanghai, made once. `parts` were learnt from, `tested_parts` are those of the last month, which the
 * tested model had not seen. `usual` is how much usually lies on each department's desk.
 */
const tables = `
CREATE TABLE deadlines.lateness_model (
  day date PRIMARY KEY,
  made_at timestamptz NOT NULL,
  parts integer NOT NULL,
  tested_parts integer NOT NULL,
  calibration_error double precision,
  model jsonb NOT NULL,
  usual jsonb NOT NULL
);
`;
