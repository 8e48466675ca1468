import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consents to one named officer, a callback number that was changed, and who looked at contacts, with alerts of many looks. */
export class Privacy1796000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ticket);
    await runner.query(looks);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.look_alert, ticket.look');
    await runner.query('ALTER TABLE ticket.rating DROP COLUMN number_changed');
    await runner.query('ALTER TABLE ticket.ticket DROP COLUMN identity_consents, DROP COLUMN callback_number_changes');
  }
}

const ticket = `
ALTER TABLE ticket.ticket
  ADD COLUMN identity_consents uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN callback_number_changes integer NOT NULL DEFAULT 0;
ALTER TABLE ticket.rating ADD COLUMN number_changed boolean NOT NULL DEFAULT false;
`;

/** Ids are in the order of time. */
const looks = `
CREATE TABLE ticket.look (
  id uuid PRIMARY KEY,
  ticket_id uuid NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX look_account ON ticket.look (account_id, id);
CREATE INDEX look_ticket ON ticket.look (ticket_id, id);
CREATE TABLE ticket.look_alert (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  hour timestamptz NOT NULL,
  looks integer NOT NULL,
  at timestamptz NOT NULL,
  settled_at timestamptz,
  settled_by uuid,
  note text,
  UNIQUE (account_id, kind, hour)
);
CREATE INDEX look_alert_open ON ticket.look_alert (id) WHERE settled_at IS NULL;
`;
