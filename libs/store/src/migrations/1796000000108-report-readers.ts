import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 报表读取: another system that reads reports and nothing else, by a key that may end on a day. */
export class ReportReaders1796000000108 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE ticket.channel_client ADD COLUMN reads_reports boolean NOT NULL DEFAULT false, ADD COLUMN expires_at timestamptz`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ticket.channel_client DROP COLUMN reads_reports, DROP COLUMN expires_at`);
  }
}
