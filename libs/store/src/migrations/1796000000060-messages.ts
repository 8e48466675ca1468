import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What citizens are told by message, by which wording, and through what. */
export class Messages1796000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.message, intake.message_template, intake.message_settings');
  }
}

/**
 * A message has its row once: by `message_once`, in the statement that moves the ticket. `next_at` says when it is to be
 * looked at next, and is null once nothing is left to be done. `sending` counts how often it was begun, once more each time
 * a person asks for it: a provider knows a message by its id and sending. Its text is what was said, from the first attempt
 * of a sending on. Of the settings there is one row, whose secret is sealed.
 */
const tables = `
CREATE TABLE ticket.message (
  id uuid PRIMARY KEY,
  ticket_id uuid NOT NULL,
  kind text NOT NULL,
  occurrence integer NOT NULL,
  seq integer NOT NULL,
  at timestamptz NOT NULL,
  citizen_id uuid,
  state text NOT NULL DEFAULT 'waiting',
  next_at timestamptz,
  first_due_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  sending integer NOT NULL DEFAULT 1,
  reason text,
  text text,
  template_version integer,
  provider text,
  sent_at timestamptz,
  delivered_at timestamptz
);
CREATE UNIQUE INDEX message_once ON ticket.message (ticket_id, kind, occurrence);
CREATE INDEX message_due ON ticket.message (next_at, id) WHERE next_at IS NOT NULL;
CREATE INDEX message_state ON ticket.message (state, id);
CREATE INDEX message_kind ON ticket.message (kind, state, id);
CREATE TABLE intake.message_template (
  kind text NOT NULL,
  version integer NOT NULL,
  text text NOT NULL,
  is_on boolean NOT NULL,
  at_night boolean NOT NULL,
  by_account text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (kind, version)
);
CREATE TABLE intake.message_settings (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  quiet_from text NOT NULL,
  quiet_to text NOT NULL,
  give_up_hours integer NOT NULL,
  provider text NOT NULL,
  webhook_url text,
  tracking_url text,
  rating_url text,
  sealed bytea,
  wrapped_key bytea,
  changed_at timestamptz NOT NULL
);
INSERT INTO intake.message_settings (id, version, quiet_from, quiet_to, give_up_hours, provider, changed_at)
VALUES ('00000000-0000-7000-8000-000000000001', 1, '21:00', '08:00', 24, 'outbox', now());
`;
