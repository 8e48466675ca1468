import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices are forgotten some time after they were read; how old one is, its id says. */
export class NoticesRead1796000000073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX notice_read ON deadlines.notice (read_at) WHERE read_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX deadlines.notice_read');
  }
}
