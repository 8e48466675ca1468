import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 异常线索. A rule is a row with versions. A sign is found about a subject (a number's keyed digest digested once more, a
 * department, one of the hotline's people) and has its tickets as rows: those of one that was decided stay as they were.
 * `standing` says whether the last look found it still. There is one undecided sign of a kind and subject at most.
 */
const tables = `
CREATE TABLE satisfaction.gaming_rule (
  sign text NOT NULL,
  version integer NOT NULL,
  least_tickets integer NOT NULL,
  window_days integer NOT NULL,
  limit_value double precision,
  by_account uuid,
  at timestamptz NOT NULL,
  PRIMARY KEY (sign, version)
);
INSERT INTO satisfaction.gaming_rule (sign, version, least_tickets, window_days, limit_value, at)
SELECT sign, 1, tickets, days, value, now() FROM (VALUES ('same-number', 5, 30, NULL), ('number-changed', 3, 30, NULL),
  ('quick-rating', 5, 30, 60), ('copied-reply', 5, 30, 85), ('no-contact', 5, 30, 10), ('exclusion', 5, 30, 10),
  ('satisfied-run', 20, 90, 1), ('caller-run', 20, 30, 1)) AS r(sign, tickets, days, value);
CREATE TABLE satisfaction.gaming_sign (
  id uuid PRIMARY KEY,
  sign text NOT NULL,
  subject text NOT NULL,
  department_id uuid,
  account_id uuid,
  tickets integer NOT NULL,
  why text NOT NULL,
  rule_version integer NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  found_at timestamptz NOT NULL,
  previous_id uuid REFERENCES satisfaction.gaming_sign,
  standing boolean NOT NULL DEFAULT true,
  verdict text,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  state text NOT NULL GENERATED ALWAYS AS (coalesce(verdict, CASE WHEN standing THEN 'open' ELSE 'lapsed' END)) STORED
);
CREATE UNIQUE INDEX gaming_sign_open ON satisfaction.gaming_sign (sign, subject) WHERE verdict IS NULL AND standing;
CREATE INDEX gaming_sign_standing ON satisfaction.gaming_sign (sign, subject) WHERE standing;
CREATE INDEX gaming_sign_state ON satisfaction.gaming_sign (state, id);
CREATE TABLE satisfaction.gaming_sign_ticket (
  sign_id uuid NOT NULL REFERENCES satisfaction.gaming_sign,
  ticket_id uuid NOT NULL,
  PRIMARY KEY (sign_id, ticket_id)
);
`;

export class GamingSigns1796000000117 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE satisfaction.gaming_sign_ticket, satisfaction.gaming_sign, satisfaction.gaming_rule',
    );
  }
}
