import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What suggestions are made by: versions of what was learnt of categories and of departments. */
export class SuggestionModels1796000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE routing.suggestion_model (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  version integer NOT NULL,
  trained_at timestamptz NOT NULL,
  examples integer NOT NULL,
  accuracy float8 NOT NULL,
  coverage float8 NOT NULL,
  precision float8 NOT NULL,
  is_active boolean NOT NULL,
  model bytea NOT NULL
);
CREATE UNIQUE INDEX suggestion_model_version ON routing.suggestion_model (kind, version);
CREATE UNIQUE INDEX suggestion_model_active ON routing.suggestion_model (kind) WHERE is_active;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE routing.suggestion_model');
  }
}
