import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shifts, what one hands to the next, and the duty log. */
export class Shifts1796000000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(firstShifts);
    await runner.query(lookUps);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX ticket.ticket_emergency, ticket.ticket_promised, ticket.ticket_held_back, ticket.callback_appointment',
    );
    await runner.query(
      'DROP TABLE intake.handover_correction, intake.handover, intake.shift, intake.duty_matter, intake.duty_entry',
    );
  }
}

/**
 * A shift's `day` is the one on which it begins, in Shanghai. `notes` are written while a hand-over is open, `content` is
 * the list as it was handed over, `printed` all of it as it was accepted: the bytes of which `sha256` is the digest.
 */
const tables = `
CREATE TABLE intake.shift (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  starts text NOT NULL,
  ends text NOT NULL,
  ended_at timestamptz
);
CREATE UNIQUE INDEX shift_name ON intake.shift (name) WHERE ended_at IS NULL;
CREATE TABLE intake.handover (
  id uuid PRIMARY KEY,
  shift_id uuid NOT NULL REFERENCES intake.shift,
  day date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  state text NOT NULL DEFAULT 'open',
  notes jsonb NOT NULL,
  content jsonb,
  printed text,
  sha256 text,
  opened_by uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  handed_over_by uuid,
  handed_over_at timestamptz,
  accepted_by uuid,
  accepted_at timestamptz,
  UNIQUE (shift_id, day)
);
CREATE INDEX handover_handed_over ON intake.handover (handed_over_at DESC, id DESC) WHERE handed_over_at IS NOT NULL;
CREATE TABLE intake.handover_correction (
  id uuid PRIMARY KEY,
  handover_id uuid NOT NULL REFERENCES intake.handover ON DELETE CASCADE,
  item_key text,
  text text NOT NULL,
  by_account uuid NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX handover_correction_of ON intake.handover_correction (handover_id, id);
CREATE TABLE intake.duty_matter (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  area_code text,
  text text NOT NULL,
  from_at timestamptz,
  until_at timestamptz,
  by_account uuid NOT NULL,
  at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz
);
CREATE INDEX duty_matter_open ON intake.duty_matter (id) WHERE ended_at IS NULL;
CREATE INDEX duty_matter_ended ON intake.duty_matter (ended_at) WHERE ended_at IS NOT NULL;
CREATE TABLE intake.duty_entry (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  ticket_id uuid,
  corrects_id uuid,
  by_account uuid NOT NULL,
  written_at timestamptz NOT NULL
);
CREATE INDEX duty_entry_at ON intake.duty_entry (at DESC, id DESC);
CREATE UNIQUE INDEX duty_entry_corrects ON intake.duty_entry (corrects_id) WHERE corrects_id IS NOT NULL;
`;

const firstShifts = `
INSERT INTO intake.shift (id, name, starts, ends) VALUES
  ('01930000-0000-7000-8000-000000000001', '白班', '08:00', '20:00'),
  ('01930000-0000-7000-8000-000000000002', '夜班', '20:00', '08:00')`;

/** What a hand-over asks for is found however many tickets have ended. */
const lookUps = `
CREATE INDEX ticket_emergency ON ticket.ticket (id)
  WHERE urgency <> 'normal' AND state NOT IN ('closed', 'merged', 'withdrawn', 'void', 'returned-up');
CREATE INDEX ticket_promised ON ticket.ticket (promised_at, id)
  WHERE promised_at IS NOT NULL AND state NOT IN ('closed', 'merged', 'withdrawn', 'void', 'returned-up');
CREATE INDEX ticket_held_back ON ticket.ticket (id) WHERE routing_held AND state = 'registered';
CREATE INDEX callback_appointment ON ticket.callback_attempt (appointment_at, ticket_id) WHERE appointment_at IS NOT NULL;
`;
