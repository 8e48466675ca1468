import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What everybody is to answer (统一答复口径), each wording of it, and who has read which. */
export class Broadcasts1796000000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.broadcast_reading, ticket.broadcast_version, ticket.broadcast');
  }
}

/** A row of `broadcast` is what its newest version says: what is in force is found without looking through the others. */
const tables = `
CREATE TABLE ticket.broadcast (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  issue_id uuid REFERENCES ticket.issue,
  category_code text,
  area_code text,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  withdrawn_by uuid,
  withdrawn_at timestamptz
);
CREATE INDEX broadcast_standing ON ticket.broadcast (valid_to) WHERE withdrawn_at IS NULL;
CREATE INDEX broadcast_issue ON ticket.broadcast (issue_id, id) WHERE issue_id IS NOT NULL;
CREATE TABLE ticket.broadcast_version (
  broadcast_id uuid NOT NULL REFERENCES ticket.broadcast,
  version integer NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz NOT NULL,
  by_account uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (broadcast_id, version)
);
CREATE TABLE ticket.broadcast_reading (
  broadcast_id uuid NOT NULL,
  version integer NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (broadcast_id, version, account_id),
  FOREIGN KEY (broadcast_id, version) REFERENCES ticket.broadcast_version (broadcast_id, version)
);
`;
