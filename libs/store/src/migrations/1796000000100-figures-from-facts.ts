import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures are counted from facts: that a ticket counts in a measure, under what and since when. `count_owed` holds the
 * tickets that are still to be counted; every one that is there already is.
 *
 * `counted` says up to which line a ticket was counted, and under what it stands. `late_line` holds lines that came when
 * figures as of a later instant had been shown: they are known from `recorded_at` on. `tally` sums the facts up to
 * `counting.folded_to`, by day and by month.
 */
const statements = [
  `CREATE TABLE ticket.count_owed (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ticket_id uuid NOT NULL)`,
  `CREATE TABLE satisfaction.standing (
     ticket_id uuid NOT NULL,
     standing smallint NOT NULL,
     department_id uuid,
     area_code text,
     category_code text,
     type text NOT NULL,
     channel text NOT NULL,
     imported boolean NOT NULL,
     team text,
     PRIMARY KEY (ticket_id, standing)
   )`,
  `CREATE INDEX standing_department ON satisfaction.standing (department_id, ticket_id)`,
  `CREATE TABLE satisfaction.fact (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     ticket_id uuid NOT NULL,
     standing smallint NOT NULL,
     measure smallint NOT NULL,
     day date NOT NULL,
     delta smallint NOT NULL,
     recorded_at timestamptz NOT NULL
   )`,
  `CREATE INDEX fact_ticket ON satisfaction.fact (ticket_id)`,
  `CREATE INDEX fact_recorded ON satisfaction.fact USING brin (recorded_at)`,
  `CREATE INDEX fact_cell ON satisfaction.fact (measure, day, recorded_at)`,
  `CREATE TABLE satisfaction.counted (ticket_id uuid PRIMARY KEY, seq integer NOT NULL, standing smallint NOT NULL)`,
  `CREATE TABLE satisfaction.late_line (
     ticket_id uuid NOT NULL, seq integer NOT NULL, recorded_at timestamptz NOT NULL, PRIMARY KEY (ticket_id, seq)
   )`,
  `CREATE TABLE satisfaction.tally (
     dimension text NOT NULL,
     grain text NOT NULL,
     start date NOT NULL,
     measure smallint NOT NULL,
     key text NOT NULL,
     imported boolean NOT NULL,
     sum integer NOT NULL,
     PRIMARY KEY (dimension, grain, start, measure, key, imported)
   )`,
  `CREATE TABLE satisfaction.counting (
     single boolean PRIMARY KEY DEFAULT true CHECK (single),
     shown_as_of timestamptz,
     latest_at timestamptz,
     folded_to bigint NOT NULL DEFAULT 0,
     counted_by text
   )`,
  `INSERT INTO satisfaction.counting DEFAULT VALUES`,
];

export class FiguresFromFacts1796000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ticket.count_owed, satisfaction.fact, satisfaction.standing, satisfaction.counted,
      satisfaction.late_line, satisfaction.tally, satisfaction.counting`);
  }
}
