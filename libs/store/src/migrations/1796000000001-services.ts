import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What belongs to one service alone: nobody else reads these schemas. */
export class Services1796000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(intake);
    await runner.query(routing);
    await runner.query(deadlines);
    await runner.query(satisfaction);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA intake, routing, deadlines, satisfaction CASCADE');
  }
}

const intake = `
CREATE SCHEMA intake;
CREATE TABLE intake.search_document (
  ticket_id uuid PRIMARY KEY,
  version integer NOT NULL,
  grams integer[] NOT NULL
) PARTITION BY RANGE (ticket_id);
CREATE INDEX search_document_grams ON intake.search_document USING gin (grams);
`;

const routing = `
CREATE SCHEMA routing;
CREATE TABLE routing.dispatch_rule (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  category_code text,
  area_code text,
  lead_id uuid NOT NULL,
  co_handler_ids uuid[] NOT NULL,
  basis text,
  valid_from date NOT NULL,
  valid_to date
);
CREATE UNIQUE INDEX dispatch_rule_current ON routing.dispatch_rule (category_code, area_code) NULLS NOT DISTINCT WHERE valid_to IS NULL;
`;

const deadlines = `
CREATE SCHEMA deadlines;
CREATE TABLE deadlines.time_limit (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  type text,
  urgency text,
  clock text NOT NULL,
  amount integer NOT NULL,
  unit text NOT NULL,
  source text NOT NULL,
  valid_from date NOT NULL,
  valid_to date
);
CREATE UNIQUE INDEX time_limit_current ON deadlines.time_limit (type, urgency, clock) NULLS NOT DISTINCT WHERE valid_to IS NULL;
CREATE TABLE deadlines.calendar_year (
  year integer NOT NULL,
  version integer NOT NULL,
  source text NOT NULL,
  published boolean NOT NULL,
  days jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (year, version)
);
`;

const satisfaction = `
CREATE SCHEMA satisfaction;
CREATE TABLE satisfaction.policy (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  judges_by_itself boolean NOT NULL DEFAULT false
);
INSERT INTO satisfaction.policy DEFAULT VALUES;
`;
