import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Administrative events, and what accounts, sessions and signing in need beyond a password. */
export class Identity1796000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(events);
    await runner.query(accounts);
    await runner.query(signingIn);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.admin_event, ticket.absence, ticket.sign_in_failure, ticket.known_device');
    await runner.query(
      'ALTER TABLE ticket.account DROP COLUMN created_at, DROP COLUMN must_change_password, DROP COLUMN external_subject',
    );
    await runner.query('ALTER TABLE ticket.session DROP COLUMN family');
  }
}

const events = `
CREATE TABLE ticket.admin_event (
  seq bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  name text NOT NULL,
  before jsonb,
  after jsonb,
  hash bytea NOT NULL
);
CREATE INDEX admin_event_subject ON ticket.admin_event (subject_kind, subject_id, seq);
CREATE INDEX admin_event_actor ON ticket.admin_event (actor, seq);
`;

/** Whoever comes by an outside identity (OpenID Connect) has no password. */
const accounts = `
ALTER TABLE ticket.account
  ALTER COLUMN password_hash DROP NOT NULL,
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN must_change_password boolean NOT NULL DEFAULT false,
  ADD COLUMN external_subject text UNIQUE;
CREATE TABLE ticket.absence (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES ticket.account,
  deputy_id uuid NOT NULL REFERENCES ticket.account,
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX absence_deputy ON ticket.absence (deputy_id, until_at) WHERE ended_at IS NULL;
CREATE INDEX absence_account ON ticket.absence (account_id, until_at) WHERE ended_at IS NULL;
`;

/** A session that was renewed keeps its family: whoever ends one ends all of them. */
const signingIn = `
ALTER TABLE ticket.session ADD COLUMN family uuid NOT NULL DEFAULT gen_random_uuid();
CREATE INDEX session_family ON ticket.session (family);
CREATE INDEX session_account ON ticket.session (account_id);
CREATE TABLE ticket.sign_in_failure (
  subject bytea NOT NULL,
  device bytea NOT NULL,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  blocked_until timestamptz,
  PRIMARY KEY (subject, device)
);
CREATE INDEX sign_in_failure_last_at ON ticket.sign_in_failure (last_at);
CREATE TABLE ticket.known_device (
  account_id uuid NOT NULL REFERENCES ticket.account ON DELETE CASCADE,
  device bytea NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, device)
);
CREATE INDEX known_device_last_at ON ticket.known_device (last_at);
`;
