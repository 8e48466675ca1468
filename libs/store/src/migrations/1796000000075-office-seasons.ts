import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 夏令、冬令作息: dates of each year between which an office keeps other hours. */
export class OfficeSeasons1796000000075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE deadlines.office_hours ADD COLUMN seasons jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deadlines.office_hours DROP COLUMN seasons');
  }
}
