import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partitionsOfOldMonths } from '../partitions-of-old-months';

/**
 * What figures learn of the clocks of departments' parts: every due time that was told, after which line of the ticket's
 * history, in the order of `id`. What runs or has ended before this is told once, as it stands.
 *
 * `counted.due` says up to which of them a ticket was counted; `late_line.due` is that of a due time that came too late,
 * 0 for a line itself.
 */
const statements = [
  `CREATE SEQUENCE ticket.clock_due_number`,
  `CREATE TABLE ticket.clock_due (
     ticket_id uuid NOT NULL,
     id bigint NOT NULL DEFAULT nextval('ticket.clock_due_number'),
     seq integer NOT NULL,
     clock_id uuid NOT NULL,
     kind text NOT NULL,
     assignment_id uuid NOT NULL,
     generation integer NOT NULL,
     state text NOT NULL,
     due_at timestamptz NOT NULL,
     met_at timestamptz,
     told_at timestamptz NOT NULL,
     PRIMARY KEY (ticket_id, seq, id)
   ) PARTITION BY RANGE (ticket_id)`,
  partitionsOfOldMonths('clock_due'),
  `INSERT INTO ticket.clock_due (ticket_id, seq, clock_id, kind, assignment_id, generation, state, due_at, met_at, told_at)
   SELECT c.ticket_id, t.seq, c.id, c.kind, c.assignment_id, c.generation, c.state, c.due_at, c.met_at, now()
   FROM ticket.clock c JOIN ticket.ticket t ON t.id = c.ticket_id
   WHERE c.assignment_id IS NOT NULL AND c.kind IN ('sign', 'contact', 'finish', 'rework')`,
  `ALTER TABLE satisfaction.counted ADD COLUMN due bigint NOT NULL DEFAULT 0`,
  `ALTER TABLE satisfaction.late_line ADD COLUMN due bigint NOT NULL DEFAULT 0`,
  `ALTER TABLE satisfaction.late_line DROP CONSTRAINT late_line_pkey`,
  `ALTER TABLE satisfaction.late_line ADD PRIMARY KEY (ticket_id, seq, due)`,
];

export class DueTimesTold1796000000113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM satisfaction.late_line WHERE due <> 0`);
    await runner.query(`ALTER TABLE satisfaction.late_line DROP CONSTRAINT late_line_pkey`);
    await runner.query(`ALTER TABLE satisfaction.late_line DROP COLUMN due, ADD PRIMARY KEY (ticket_id, seq)`);
    await runner.query(`ALTER TABLE satisfaction.counted DROP COLUMN due`);
    await runner.query(`DROP TABLE ticket.clock_due`);
    await runner.query(`DROP SEQUENCE ticket.clock_due_number`);
  }
}
