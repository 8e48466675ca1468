import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 督办单: orders to departments, with their numbers; and desks in the order of nudges. */
export class Supervisions1796000000064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(desks);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.supervision');
    await runner.query('DROP INDEX ticket.assignment_pressing');
    await runner.query('ALTER TABLE ticket.assignment DROP COLUMN nudges');
  }
}

/**
 * Few tickets have one, so they lie in one table, in which numbers are unique. `printed` is what was signed, of whose
 * canonical JSON `sha256` is the digest. The ladder drafts one for each due time of a clock, whatever becomes of it.
 */
const tables = `
CREATE TABLE ticket.supervision (
  id uuid PRIMARY KEY,
  ticket_id uuid NOT NULL,
  state text NOT NULL,
  level text NOT NULL,
  cause text NOT NULL,
  requirement text,
  department_id uuid NOT NULL,
  copy_to text[] NOT NULL,
  instruction jsonb,
  due_at timestamptz,
  clock_id uuid,
  generation integer,
  drafted_by text NOT NULL,
  drafted_at timestamptz NOT NULL,
  series text,
  year integer,
  number integer,
  printed jsonb,
  sha256 text,
  signed_by uuid,
  signed_at timestamptz,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  sent_back integer NOT NULL,
  note text,
  closed_by uuid,
  closed_at timestamptz,
  CHECK ((signed_at IS NULL) = (number IS NULL)),
  UNIQUE (series, year, number)
);
CREATE INDEX supervision_ticket ON ticket.supervision (ticket_id);
CREATE INDEX supervision_state ON ticket.supervision (state, id);
CREATE INDEX supervision_department ON ticket.supervision (department_id, id);
CREATE INDEX supervision_instruction ON ticket.supervision (id) WHERE cause = 'leader-instruction';
CREATE UNIQUE INDEX supervision_ladder ON ticket.supervision (clock_id, generation) WHERE clock_id IS NOT NULL;
`;

/** What is red comes first, then what is yellow; among those what its citizen asked for most often, then what is due first. */
const desks = `
ALTER TABLE ticket.assignment ADD COLUMN nudges integer NOT NULL DEFAULT 0;
UPDATE ticket.assignment a SET nudges = t.nudges FROM ticket.ticket t WHERE t.id = a.ticket_id AND t.nudges > 0;
CREATE INDEX assignment_pressing ON ticket.assignment (
  department_id,
  ((CASE alert WHEN 'red' THEN 1 WHEN 'yellow' THEN 2 ELSE 3 END) * 1000000 - least(nudges, 999999)),
  coalesce(due_at, 'infinity'), id
) WHERE state IN ('waiting', 'working', 'objecting', 'signing');
`;
