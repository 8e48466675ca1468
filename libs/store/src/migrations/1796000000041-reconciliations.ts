import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What other systems say they sent, day by day, and where it differs from what is here. */
export class Reconciliations1796000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake.difference, intake.reconciliation');
  }
}

/** `listed` is null while a day's list has not come. It holds numbers, dates and whether it is open, no person's data. */
const tables = `
CREATE TABLE intake.reconciliation (
  id uuid PRIMARY KEY,
  system text NOT NULL,
  day date NOT NULL,
  listed jsonb,
  received_at timestamptz,
  compared_at timestamptz,
  differing integer NOT NULL DEFAULT 0,
  UNIQUE (system, day)
);
CREATE INDEX reconciliation_by_day ON intake.reconciliation (day DESC, id DESC);
CREATE TABLE intake.difference (
  reconciliation_id uuid NOT NULL REFERENCES intake.reconciliation ON DELETE CASCADE,
  upstream_number text NOT NULL,
  kind text NOT NULL,
  ticket_id uuid,
  theirs text,
  ours text,
  PRIMARY KEY (reconciliation_id, upstream_number, kind)
);
`;
