import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls as the call platform tells of them, who has claimed which, and at which extension somebody sits. */
export class Calls1796000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ticket.ticket_call');
    await runner.query('ALTER TABLE intake.draft DROP COLUMN call_id');
    await runner.query('ALTER TABLE ticket.account DROP COLUMN extension');
    await runner.query('DROP TABLE intake.call');
  }
}

/** `state` is what the facts come to, `first_at` when the first of them happened. */
const tables = `
CREATE TABLE intake.call (
  id uuid PRIMARY KEY,
  call_id text NOT NULL UNIQUE,
  state text NOT NULL DEFAULT 'ringing',
  first_at timestamptz NOT NULL,
  rang_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  missed_at timestamptz,
  extension text,
  extension_at timestamptz,
  phone_hash bytea,
  sealed bytea,
  wrapped_key bytea,
  recording_url text,
  rating smallint,
  rated_at timestamptz,
  rating_given_at timestamptz,
  account_id uuid,
  heartbeat_at timestamptz,
  draft_id uuid,
  call_backs integer NOT NULL DEFAULT 0,
  done_at timestamptz,
  done_by uuid,
  outcome text
);
CREATE INDEX call_open ON intake.call (state, id) WHERE done_at IS NULL;
CREATE INDEX call_extension ON intake.call (extension, id) WHERE done_at IS NULL;
CREATE INDEX call_missed ON intake.call (phone_hash, id) WHERE done_at IS NULL AND state = 'missed';
CREATE INDEX call_ungiven_rating ON intake.call (id) WHERE rating IS NOT NULL AND rating_given_at IS NULL;
CREATE INDEX call_first_at ON intake.call (first_at);
ALTER TABLE intake.draft ADD COLUMN call_id uuid;
ALTER TABLE ticket.account ADD COLUMN extension text;
CREATE UNIQUE INDEX account_extension ON ticket.account (extension) WHERE extension IS NOT NULL;
CREATE INDEX ticket_call ON ticket.ticket (call_id, id) WHERE call_id IS NOT NULL;
`;
