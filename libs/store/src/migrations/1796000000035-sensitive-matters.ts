import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of a matter is sensitive, and callers whose tickets wait for a shift-lead. */
export class SensitiveMatters1796000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake.harassment_mark');
    await runner.query('DROP INDEX ticket.ticket_stability, ticket.ticket_people, ticket.ticket_amount');
    await runner.query(
      'ALTER TABLE ticket.ticket DROP COLUMN stability, DROP COLUMN people_involved, DROP COLUMN amount_yuan, DROP COLUMN restricted',
    );
  }
}

const tables = `
ALTER TABLE ticket.ticket
  ADD COLUMN stability boolean NOT NULL DEFAULT false,
  ADD COLUMN people_involved integer,
  ADD COLUMN amount_yuan double precision,
  ADD COLUMN restricted boolean NOT NULL DEFAULT false;
CREATE INDEX ticket_stability ON ticket.ticket (id) WHERE stability;
CREATE INDEX ticket_people ON ticket.ticket (people_involved, id) WHERE people_involved IS NOT NULL;
CREATE INDEX ticket_amount ON ticket.ticket (amount_yuan, id) WHERE amount_yuan IS NOT NULL;
CREATE TABLE intake.harassment_mark (
  id uuid PRIMARY KEY,
  phone_hash bytea NOT NULL,
  sealed bytea NOT NULL,
  wrapped_key bytea NOT NULL,
  reason text NOT NULL,
  examples text[] NOT NULL,
  proposed_by uuid NOT NULL,
  proposed_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  expires_at timestamptz,
  lifted_by uuid,
  lifted_at timestamptz
);
CREATE INDEX harassment_mark_phone ON intake.harassment_mark (phone_hash, expires_at) WHERE approved;
CREATE UNIQUE INDEX harassment_mark_proposed ON intake.harassment_mark (phone_hash) WHERE decided_at IS NULL;
`;
