import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the citizen was last called in vain: attempts count in different bands of the day only. */
export class CallbackBands1796000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket.ticket ADD COLUMN callback_tried_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket.ticket DROP COLUMN callback_tried_at');
  }
}
