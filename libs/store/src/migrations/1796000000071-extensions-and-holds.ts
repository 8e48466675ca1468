import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partitionsOfOldMonths } from '../partitions-of-old-months';

/**
 * Departments ask for more time and for holds in rows beside the ticket; who may be given how much are rows with versions.
 * Requests are read in the order in which they were asked: their ids are in that of their tickets.
 */
export class ExtensionsAndHolds1796000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ticket.extension, ticket.hold, deadlines.extension_rule`);
  }
}

const statements = [
  `CREATE TABLE ticket.extension (
     ticket_id uuid NOT NULL,
     id uuid NOT NULL,
     assignment_id uuid NOT NULL,
     department_id uuid NOT NULL,
     kind text NOT NULL,
     due_at timestamptz NOT NULL,
     until timestamptz NOT NULL,
     reason text,
     basis text,
     attachment_ids uuid[] NOT NULL,
     approver text NOT NULL,
     state text NOT NULL,
     asked_by text NOT NULL,
     asked_at timestamptz NOT NULL,
     decided_by text,
     decided_at timestamptz,
     note text,
     PRIMARY KEY (ticket_id, id)
   ) PARTITION BY RANGE (ticket_id)`,
  partitionsOfOldMonths('extension'),
  `CREATE INDEX extension_id ON ticket.extension (id)`,
  `CREATE INDEX extension_state ON ticket.extension (state, asked_at, id)`,
  `CREATE TABLE ticket.hold (
     ticket_id uuid NOT NULL,
     id uuid NOT NULL,
     assignment_id uuid NOT NULL,
     department_id uuid NOT NULL,
     plan text,
     responsible text,
     review_at timestamptz NOT NULL,
     state text NOT NULL,
     asked_by text NOT NULL,
     asked_at timestamptz NOT NULL,
     decided_by text,
     decided_at timestamptz,
     note text,
     ended_at timestamptz,
     PRIMARY KEY (ticket_id, id)
   ) PARTITION BY RANGE (ticket_id)`,
  partitionsOfOldMonths('hold'),
  `CREATE INDEX hold_id ON ticket.hold (id)`,
  `CREATE INDEX hold_state ON ticket.hold (state, review_at, id)`,
  `CREATE TABLE deadlines.extension_rule (
     id uuid PRIMARY KEY,
     version integer NOT NULL,
     type text,
     urgency text,
     nth integer NOT NULL,
     amount integer NOT NULL,
     unit text NOT NULL,
     approver text NOT NULL,
     source text NOT NULL,
     valid_from date NOT NULL,
     valid_to date
   )`,
  `CREATE UNIQUE INDEX extension_rule_current ON deadlines.extension_rule (type, urgency, nth) NULLS NOT DISTINCT WHERE valid_to IS NULL`,
];
