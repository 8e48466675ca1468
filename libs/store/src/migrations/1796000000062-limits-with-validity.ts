import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Limits by category and validity, office hours, and what goes through the open clocks when one of them changes. */
export class LimitsWithValidity1796000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(limits);
    await runner.query(recomputations);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(before);
  }
}

/**
 * A limit holds for steps that start on `valid_from` or later, from the beginning where it is null, until the next row for
 * the same class and step; of rows from one day the highest version counts. One without an amount ends the limit.
 */
const limits = `
ALTER TABLE deadlines.time_limit ADD COLUMN category_code text, ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE deadlines.time_limit ALTER COLUMN amount DROP NOT NULL, ALTER COLUMN valid_from DROP NOT NULL;
UPDATE deadlines.time_limit SET valid_from = NULL WHERE version = 1;
INSERT INTO deadlines.time_limit (id, version, type, urgency, clock, amount, unit, source, valid_from)
  SELECT gen_random_uuid(), version + 1, type, urgency, clock, NULL, unit, source, valid_to FROM deadlines.time_limit l
  WHERE valid_to IS NOT NULL AND NOT EXISTS (SELECT 1 FROM deadlines.time_limit n WHERE n.version > l.version
    AND n.clock = l.clock AND (n.type, n.urgency) IS NOT DISTINCT FROM (l.type, l.urgency));
DROP INDEX deadlines.time_limit_current;
ALTER TABLE deadlines.time_limit DROP COLUMN valid_to;
CREATE UNIQUE INDEX time_limit_version
  ON deadlines.time_limit (type, urgency, category_code, clock, version) NULLS NOT DISTINCT;
`;

/**
 * A recomputation is planned by cutting the tickets it may touch into parts; a part is done in the transaction that writes
 * its clocks, so whoever dies in the middle leaves it to another.
 */
const recomputations = `
CREATE TABLE deadlines.recomputation (
  id uuid PRIMARY KEY,
  subject text NOT NULL,
  subject_id text NOT NULL,
  touches jsonb NOT NULL,
  by_account text NOT NULL,
  at timestamptz NOT NULL,
  starts_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting',
  ended_at timestamptz
);
CREATE INDEX recomputation_open ON deadlines.recomputation (starts_at) WHERE state <> 'done';
CREATE TABLE deadlines.recomputation_part (
  recomputation_id uuid NOT NULL,
  part integer NOT NULL,
  ticket_ids uuid[] NOT NULL,
  done_at timestamptz,
  moved_tickets integer NOT NULL DEFAULT 0,
  moved_clocks integer NOT NULL DEFAULT 0,
  PRIMARY KEY (recomputation_id, part)
);
CREATE INDEX recomputation_part_open ON deadlines.recomputation_part (recomputation_id, part) WHERE done_at IS NULL;
CREATE INDEX clock_running ON ticket.clock (due_at) WHERE state = 'running';
`;

const before = `
DROP INDEX ticket.clock_running;
DROP TABLE deadlines.recomputation_part, deadlines.recomputation;
DROP INDEX deadlines.time_limit_version;
DELETE FROM deadlines.time_limit l WHERE category_code IS NOT NULL OR amount IS NULL OR EXISTS (
  SELECT 1 FROM deadlines.time_limit n WHERE n.version > l.version AND n.clock = l.clock
    AND (n.type, n.urgency, n.category_code) IS NOT DISTINCT FROM (l.type, l.urgency, l.category_code));
ALTER TABLE deadlines.time_limit ADD COLUMN valid_to date, DROP COLUMN category_code, DROP COLUMN created_at;
UPDATE deadlines.time_limit SET valid_from = '2020-01-01' WHERE valid_from IS NULL;
ALTER TABLE deadlines.time_limit ALTER COLUMN amount SET NOT NULL, ALTER COLUMN valid_from SET NOT NULL;
CREATE UNIQUE INDEX time_limit_current ON deadlines.time_limit (type, urgency, clock) NULLS NOT DISTINCT WHERE valid_to IS NULL;
`;
