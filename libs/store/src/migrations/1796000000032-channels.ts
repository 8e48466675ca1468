import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What channels bring: posts that somebody wrote in public, and the machines that send tickets, each with a key of its own. */
export class Channels1796000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.channel_client');
    await runner.query('ALTER TABLE ticket.ticket DROP COLUMN post');
  }
}

/** Keys are random and long, so that a plain digest (SHA-256) tells nothing of them. */
const tables = `
ALTER TABLE ticket.ticket ADD COLUMN post jsonb;
CREATE TABLE ticket.channel_client (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE,
  channels text[] NOT NULL,
  addresses text[] NOT NULL,
  key_digest bytea NOT NULL UNIQUE,
  made_at timestamptz NOT NULL,
  revoked_at timestamptz,
  last_used_at timestamptz
);
`;
