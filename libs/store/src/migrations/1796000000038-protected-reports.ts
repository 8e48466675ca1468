import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever reports is protected from the start (identity-guards.ts): reports from before that rule are from now on. */
export class ProtectedReports1796000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE ticket.ticket SET confidential = true WHERE type = 'report' AND NOT confidential`);
  }

  /** Nobody can tell any more which they were, and none of them may lose it. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
