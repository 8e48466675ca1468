import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long tickets stay as they are and how long anybody is known in them: rows that somebody proposed and another approved. */
export class Retention1796000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.retention_rule, ticket.erasure, ticket.leaving_citizen');
    await runner.query('DROP INDEX ticket.ticket_unarchived, ticket.ticket_unerased');
    await runner.query('ALTER TABLE ticket.ticket DROP COLUMN erased_at');
  }
}

/** `leaving_citizen`: no ticket names them any more, and their row is still to be deleted. */
const tables = `
ALTER TABLE ticket.ticket ADD COLUMN erased_at timestamptz;
CREATE INDEX ticket_unarchived ON ticket.ticket (state_since, id)
  WHERE archived_at IS NULL AND state IN ('closed', 'merged', 'withdrawn', 'void', 'returned-up');
CREATE INDEX ticket_unerased ON ticket.ticket (archived_at, id) WHERE archived_at IS NOT NULL AND erased_at IS NULL;
CREATE TABLE ticket.retention_rule (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  type text,
  days integer NOT NULL,
  basis text NOT NULL,
  proposed_by uuid NOT NULL,
  proposed_at timestamptz NOT NULL,
  approved_by uuid,
  approved_at timestamptz,
  ended_at timestamptz
);
CREATE TABLE ticket.erasure (
  id uuid PRIMARY KEY,
  ticket_id uuid NOT NULL,
  citizen_id uuid NOT NULL,
  reason text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  done_at timestamptz,
  tickets integer
);
CREATE INDEX erasure_undone ON ticket.erasure (id) WHERE done_at IS NULL;
CREATE TABLE ticket.leaving_citizen (citizen_id uuid PRIMARY KEY);
`;
