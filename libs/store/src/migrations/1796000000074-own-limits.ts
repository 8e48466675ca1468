import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 单独限时: until when one ticket is to be answered, earlier than the rules ask. */
export class OwnLimits1796000000074 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket.ticket ADD COLUMN own_due_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket.ticket DROP COLUMN own_due_at');
  }
}
