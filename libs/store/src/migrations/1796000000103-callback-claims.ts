import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is on the line with whom: by the number’s digest, so that nobody is rung by two about two of their tickets. */
export class CallbackClaims1796000000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE satisfaction.callback_claim (
  phone_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL,
  heartbeat_at timestamptz NOT NULL
)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE satisfaction.callback_claim`);
  }
}
