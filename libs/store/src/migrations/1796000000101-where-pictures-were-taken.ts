import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 拍摄位置: where a department took a picture, in degrees; never of what the citizen gave. */
export class WherePicturesWereTaken1796000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ticket.attachment ADD COLUMN taken_place jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE ticket.attachment DROP COLUMN taken_place`);
  }
}
