import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partitionsOfOldMonths } from '../partitions-of-old-months';

/**
 * 签发: what a department puts before its head, a row beside the ticket from then on. `asked` is what will be asked of the
 * hotline, as it was sent.
 */
export class SignOffs1796000000085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.sign_off');
    await runner.query('ALTER TABLE ticket.department DROP COLUMN signs_off');
  }
}

const statements = [
  `ALTER TABLE ticket.department ADD COLUMN signs_off text[] NOT NULL DEFAULT '{}'`,
  `CREATE TABLE ticket.sign_off (
     ticket_id uuid NOT NULL,
     id uuid NOT NULL,
     assignment_id uuid NOT NULL,
     department_id uuid NOT NULL,
     kind text NOT NULL,
     asked jsonb,
     state text NOT NULL,
     asked_by text NOT NULL,
     asked_at timestamptz NOT NULL,
     decided_by text,
     decided_for text,
     decided_at timestamptz,
     note text,
     PRIMARY KEY (ticket_id, id)
   ) PARTITION BY RANGE (ticket_id)`,
  partitionsOfOldMonths('sign_off'),
  `CREATE INDEX sign_off_id ON ticket.sign_off (id)`,
  `CREATE INDEX sign_off_of_department ON ticket.sign_off (department_id, state, asked_at, id)`,
];
