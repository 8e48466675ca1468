import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders that are drafted by what happens to a ticket, or by what it is: which are owed, and which were drafted. */
export class OwedOrders1796000000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.order_owed');
    await runner.query('DROP INDEX ticket.supervision_ground');
    await runner.query('ALTER TABLE ticket.supervision DROP COLUMN ground, DROP COLUMN round');
  }
}

/**
 * `ground` is the cause by which an order was drafted without a person, whatever whoever amends it makes of its cause; the
 * ladder's is known by its clock.
 */
const statements = `
CREATE TABLE ticket.order_owed (
  ticket_id uuid NOT NULL,
  cause text NOT NULL,
  round integer NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (ticket_id, cause, round)
);
CREATE INDEX order_owed_first ON ticket.order_owed (at, ticket_id, cause, round);
ALTER TABLE ticket.supervision ADD COLUMN ground text, ADD COLUMN round integer;
CREATE UNIQUE INDEX supervision_ground ON ticket.supervision (ticket_id, ground, round) WHERE ground IS NOT NULL;
`;
