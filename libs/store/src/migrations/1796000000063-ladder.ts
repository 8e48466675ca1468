import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ladder beyond yellow and red: which rungs a clock climbs, and which were recorded. */
export class Ladder1796000000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [rungs, known, rows, people]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE deadlines.notice_settings, deadlines.notice, deadlines.duty_turn, deadlines.ladder_row',
    );
    await runner.query('ALTER TABLE ticket.clock DROP COLUMN ladder, DROP COLUMN fired');
    await runner.query('DROP INDEX ticket.rung_to_tell, ticket.rung_to_draft');
    await runner.query(
      'ALTER TABLE ticket.rung DROP COLUMN assignment_id, DROP COLUMN ladder_row_id, DROP COLUMN told_at, DROP COLUMN drafted_at',
    );
  }
}

/**
 * A clock's `ladder` holds the rungs of its due time and when each comes; `fired` those that were recorded. A rung is to be
 * told of while `told_at` is null; a supervision order is to be drafted from one while `drafted_at` is.
 */
const rungs = `
ALTER TABLE ticket.clock ADD COLUMN ladder jsonb NOT NULL DEFAULT '[]', ADD COLUMN fired text[] NOT NULL DEFAULT '{}';
ALTER TABLE ticket.rung ADD COLUMN assignment_id uuid, ADD COLUMN ladder_row_id uuid, ADD COLUMN told_at timestamptz,
  ADD COLUMN drafted_at timestamptz;`;

/** What was recorded before needs no telling; clocks that run take up their ladder when their history is read again. */
const known = `
UPDATE ticket.rung SET told_at = fired_at;
UPDATE ticket.clock SET fired = CASE alert WHEN 'yellow' THEN '{reminder,yellow}'::text[] WHEN 'red' THEN '{reminder,yellow,red}' ELSE '{reminder}' END,
  next_mark_at = NULL WHERE state = 'running';
UPDATE ticket.ticket t SET clocks_seq = 0 WHERE EXISTS (SELECT 1 FROM ticket.clock c WHERE c.ticket_id = t.id AND c.state = 'running');
CREATE INDEX rung_to_tell ON ticket.rung (fired_at, id) WHERE told_at IS NULL;
CREATE INDEX rung_to_draft ON ticket.rung (fired_at, id) WHERE rung = 'supervision' AND drafted_at IS NULL;`;

/** A row is never changed: its successor has the next version, and a rung names the row by which it came. */
const rows = `
CREATE TABLE deadlines.ladder_row (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  ladder text NOT NULL,
  urgency text NOT NULL,
  rung text NOT NULL,
  anchor text NOT NULL,
  amount integer NOT NULL,
  unit text NOT NULL,
  audience text[] NOT NULL,
  ways text[] NOT NULL,
  at_night boolean NOT NULL,
  is_on boolean NOT NULL,
  source text NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz
);
CREATE UNIQUE INDEX ladder_row_current ON deadlines.ladder_row (ladder, urgency, rung) WHERE valid_to IS NULL;`;

/**
 * Who is on duty for what, from one instant to another; of the hotline itself where `department_id` is null. A notice is one
 * person's of one rung: `next_at` says when its message is to be looked at next, and is null once nothing is left to do.
 */
const people = `
CREATE TABLE deadlines.duty_turn (
  id uuid PRIMARY KEY,
  department_id uuid,
  post text NOT NULL,
  account_id uuid NOT NULL,
  phone text,
  from_at timestamptz NOT NULL,
  until_at timestamptz,
  ended_at timestamptz,
  by_account text NOT NULL
);
CREATE INDEX duty_turn_of ON deadlines.duty_turn (department_id, id);
CREATE INDEX duty_turn_open ON deadlines.duty_turn (from_at) WHERE ended_at IS NULL;
CREATE TABLE deadlines.notice (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  rung_id uuid NOT NULL,
  at timestamptz NOT NULL,
  read_at timestamptz,
  message_state text NOT NULL DEFAULT 'none',
  next_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  phone text
);
CREATE UNIQUE INDEX notice_once ON deadlines.notice (rung_id, account_id);
CREATE INDEX notice_of ON deadlines.notice (account_id, id DESC);
CREATE INDEX notice_unread ON deadlines.notice (account_id, id DESC) WHERE read_at IS NULL;
CREATE INDEX notice_message ON deadlines.notice (next_at, id) WHERE next_at IS NOT NULL;
CREATE TABLE deadlines.notice_settings (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  webhook_url text,
  sealed bytea,
  wrapped_key bytea,
  changed_at timestamptz NOT NULL
);
INSERT INTO deadlines.notice_settings (id, version, changed_at) VALUES ('00000000-0000-7000-8000-000000000001', 1, now());`;
