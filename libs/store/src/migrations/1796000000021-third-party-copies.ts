import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies for third parties, as they left the house; rows of a ticket, and so in its month. */
const statements = [
  `CREATE TABLE ticket.third_party_copy (
     ticket_id uuid NOT NULL,
     id uuid NOT NULL,
     seq integer NOT NULL,
     number text NOT NULL,
     recipient text NOT NULL,
     purpose text NOT NULL,
     printed jsonb NOT NULL,
     sha256 text NOT NULL,
     by_account text NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (ticket_id, id)
   ) PARTITION BY RANGE (ticket_id)`,
  // Of the months to come, the hourly maintenance makes the partitions; those of the past it leaves alone.
  `DO $$
   DECLARE month record;
   BEGIN
     FOR month IN
       SELECT substr(c.relname, length('ticket_') + 1) AS label, pg_get_expr(c.relpartbound, c.oid) AS bounds
       FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'ticket.ticket'::regclass
     LOOP
       EXECUTE format('CREATE TABLE ticket.third_party_copy_%s PARTITION OF ticket.third_party_copy %s', month.label, month.bounds);
     END LOOP;
   END $$`,
];

export class ThirdPartyCopies1796000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.third_party_copy');
  }
}
