import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 要情快报: incidents, and the reports on each. */
export class IncidentReports1796000000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake.incident_report, intake.incident');
  }
}

/** `content` is what a draft says; `printed` what was signed: the bytes of which `sha256` is the digest. */
const tables = `
CREATE TABLE intake.incident (
  id uuid PRIMARY KEY,
  title text NOT NULL,
  ticket_ids uuid[] NOT NULL,
  version integer NOT NULL DEFAULT 1,
  last_kind text,
  opened_by uuid NOT NULL,
  opened_at timestamptz NOT NULL
);
CREATE TABLE intake.incident_report (
  id uuid PRIMARY KEY,
  incident_id uuid NOT NULL REFERENCES intake.incident,
  kind text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  content jsonb NOT NULL,
  drafted_by uuid NOT NULL,
  drafted_at timestamptz NOT NULL,
  edited_by uuid NOT NULL,
  year integer,
  number integer,
  printed text,
  sha256 text,
  signed_by uuid,
  signed_at timestamptz,
  CHECK ((signed_at IS NULL) = (number IS NULL)),
  UNIQUE (year, number)
);
CREATE INDEX incident_report_of ON intake.incident_report (incident_id, id);
CREATE UNIQUE INDEX incident_report_draft ON intake.incident_report (incident_id) WHERE signed_at IS NULL;
CREATE UNIQUE INDEX incident_report_once ON intake.incident_report (incident_id, kind)
  WHERE signed_at IS NOT NULL AND kind <> 'further';
`;
