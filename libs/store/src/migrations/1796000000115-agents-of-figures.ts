import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 话务员: figures are broken down by who registered a ticket. */
export class AgentsOfFigures1796000000115 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE satisfaction.standing ADD COLUMN agent text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE satisfaction.standing DROP COLUMN agent`);
  }
}
