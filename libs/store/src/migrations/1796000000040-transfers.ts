import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Systems whose tickets these are, and what they are still to be told of them. */
export class Transfers1796000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(known);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.feedback');
    await runner.query(
      'ALTER TABLE ticket.channel_client DROP COLUMN system, DROP COLUMN webhook_url, DROP COLUMN sealed, DROP COLUMN wrapped_key',
    );
  }
}

/**
 * `system` is what its tickets call it, `sealed` the secret that signs what it is told. Of feedback there is one row for
 * a ticket; owed are the lines of its history after `told_seq`, up to `owed_seq`.
 */
const tables = `
ALTER TABLE ticket.channel_client
  ADD COLUMN system text,
  ADD COLUMN webhook_url text,
  ADD COLUMN sealed bytea,
  ADD COLUMN wrapped_key bytea;
CREATE UNIQUE INDEX channel_client_system ON ticket.channel_client (system) WHERE revoked_at IS NULL AND system IS NOT NULL;
CREATE TABLE ticket.feedback (
  ticket_id uuid PRIMARY KEY,
  system text NOT NULL,
  owed_seq integer NOT NULL,
  told_seq integer NOT NULL,
  told_at timestamptz,
  next_try_at timestamptz NOT NULL,
  attempts integer NOT NULL,
  fault text
);
CREATE INDEX feedback_owed ON ticket.feedback (system, next_try_at) WHERE owed_seq > told_seq;
CREATE INDEX feedback_system ON ticket.feedback (system, ticket_id);
CREATE INDEX feedback_waiting ON ticket.feedback (system, ticket_id) WHERE owed_seq > told_seq;
`;

/** Of tickets that are there already, what happens from now on is told. */
const known = `
INSERT INTO ticket.feedback (ticket_id, system, owed_seq, told_seq, next_try_at, attempts)
SELECT id, upstream_system, seq, seq, state_since, 0 FROM ticket.ticket WHERE upstream_system IS NOT NULL AND NOT imported`;
