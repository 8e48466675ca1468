import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which system is still to be told that a report was made, and which was: one row for each report and system. */
const statements = [
  `CREATE TABLE satisfaction.report_delivery (
     made_report_id uuid NOT NULL REFERENCES satisfaction.made_report,
     client_id uuid NOT NULL,
     state text NOT NULL DEFAULT 'waiting',
     attempts integer NOT NULL DEFAULT 0,
     next_at timestamptz NOT NULL,
     fault text,
     PRIMARY KEY (made_report_id, client_id)
   )`,
  `CREATE INDEX report_delivery_waiting ON satisfaction.report_delivery (next_at) WHERE state = 'waiting'`,
];

export class ReportDeliveries1796000000116 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE satisfaction.report_delivery`);
  }
}
