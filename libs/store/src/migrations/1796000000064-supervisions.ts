import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 督办单: orders to departments, with their numbers. */
export class Supervisions1796000000064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.supervision');
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
