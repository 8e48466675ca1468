import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Households that were visited, at the door or by phone. Which household it was is sealed: an address says who lives there. */
export class Visits1796000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ticket.ticket_visit');
    await runner.query('DROP TABLE ticket.visit');
  }
}

const table = `
CREATE TABLE ticket.visit (
  id uuid PRIMARY KEY,
  team text NOT NULL,
  mode text NOT NULL,
  at timestamptz NOT NULL,
  area_code text,
  sealed bytea NOT NULL,
  wrapped_key bytea NOT NULL,
  by_account uuid NOT NULL
);
CREATE INDEX visit_at ON ticket.visit (at DESC, id DESC);
CREATE INDEX ticket_visit ON ticket.ticket (visit_id, id) WHERE visit_id IS NOT NULL;
`;
