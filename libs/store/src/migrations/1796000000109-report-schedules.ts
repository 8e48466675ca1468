import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 定期报表: when which report is made for whom, and what was made: once for each due instant. */
const statements = [
  `CREATE TABLE satisfaction.report_schedule (
     id uuid PRIMARY KEY,
     name text NOT NULL UNIQUE,
     report text NOT NULL,
     by text NOT NULL,
     period text NOT NULL,
     compare text,
     format text NOT NULL,
     cadence text NOT NULL,
     day smallint,
     at text NOT NULL,
     recipients text[] NOT NULL,
     active boolean NOT NULL,
     next_due_at timestamptz NOT NULL
   )`,
  `CREATE INDEX report_schedule_due ON satisfaction.report_schedule (next_due_at) WHERE active`,
  `CREATE TABLE satisfaction.made_report (
     id uuid PRIMARY KEY,
     schedule_id uuid NOT NULL REFERENCES satisfaction.report_schedule,
     due_at timestamptz NOT NULL,
     made_at timestamptz NOT NULL,
     name text NOT NULL,
     format text NOT NULL,
     recipients text[] NOT NULL,
     file bytea NOT NULL,
     UNIQUE (schedule_id, due_at)
   )`,
  `CREATE TABLE satisfaction.report_fetch (
     made_report_id uuid NOT NULL REFERENCES satisfaction.made_report,
     account_id uuid NOT NULL,
     fetched_at timestamptz NOT NULL,
     PRIMARY KEY (made_report_id, account_id)
   )`,
];

export class ReportSchedules1796000000109 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE satisfaction.report_fetch, satisfaction.made_report, satisfaction.report_schedule');
  }
}
