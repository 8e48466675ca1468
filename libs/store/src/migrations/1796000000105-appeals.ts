import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partitionsOfOldMonths } from '../partitions-of-old-months';

/**
 * Departments appeal against bad ratings in rows beside the ticket; what is accepted leaves the ticket out of what they
 * are judged by. A system that has limits already gets those of appeals, as a new one begins with them.
 */
export class Appeals1796000000105 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM deadlines.time_limit WHERE clock IN ('appeal-window', 'appeal')`);
    await runner.query(`ALTER TABLE ticket.ticket DROP COLUMN excluded`);
    await runner.query(`DROP TABLE ticket.appeal`);
  }
}

const statements = [
  `CREATE TABLE ticket.appeal (
     ticket_id uuid NOT NULL,
     id uuid NOT NULL,
     assignment_id uuid NOT NULL,
     department_id uuid NOT NULL,
     round integer NOT NULL,
     reason text,
     attachment_ids uuid[] NOT NULL,
     state text NOT NULL,
     asked_by text NOT NULL,
     asked_at timestamptz NOT NULL,
     decided_by text,
     decided_at timestamptz,
     note text,
     PRIMARY KEY (ticket_id, id)
   ) PARTITION BY RANGE (ticket_id)`,
  partitionsOfOldMonths('appeal'),
  `CREATE INDEX appeal_id ON ticket.appeal (id)`,
  `CREATE INDEX appeal_state ON ticket.appeal (state, asked_at, id)`,
  `ALTER TABLE ticket.ticket ADD COLUMN excluded boolean NOT NULL DEFAULT false`,
  `INSERT INTO deadlines.time_limit (id, version, clock, amount, unit, source)
   SELECT gen_random_uuid(), 1, clock, amount, 'working-days', '国办发〔2020〕53号，本区默认值'
   FROM (VALUES ('appeal-window', 3), ('appeal', 5)) AS given (clock, amount)
   WHERE EXISTS (SELECT 1 FROM deadlines.time_limit)`,
];
