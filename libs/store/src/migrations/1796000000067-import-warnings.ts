import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that were imported and should be looked at, as refused ones are told. */
export class ImportWarnings1796000000067 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE intake.import ADD COLUMN warned integer NOT NULL DEFAULT 0');
    await runner.query('CREATE TABLE intake.import_warning (LIKE intake.import_refusal INCLUDING ALL)');
    await runner.query(
      'ALTER TABLE intake.import_warning ADD FOREIGN KEY (import_id) REFERENCES intake.import ON DELETE CASCADE',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake.import_warning');
    await runner.query('ALTER TABLE intake.import DROP COLUMN warned');
  }
}
