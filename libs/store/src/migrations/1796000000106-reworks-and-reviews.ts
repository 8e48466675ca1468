import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reworks climb a ladder of their own, which begins as that of first handlings stands. Reviews have rules, by how many in
 * a hundred tickets; a first approval waits on its ticket for another reviewer's; what was approved without any is drawn
 * for a second look.
 */
export class ReworksAndReviews1796000000106 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE satisfaction.review_sample, satisfaction.review_rule`);
    await runner.query(`ALTER TABLE ticket.ticket DROP COLUMN first_approved_by`);
    await runner.query(`DELETE FROM deadlines.ladder_row WHERE ladder = 'rework'`);
  }
}

const statements = [
  `INSERT INTO deadlines.ladder_row (id, version, ladder, urgency, rung, anchor, amount, unit, audience, ways, at_night, is_on, source, valid_from, valid_to)
   SELECT gen_random_uuid(), version, 'rework', urgency, rung, anchor, amount, unit, audience, ways, at_night, is_on, source, valid_from, valid_to
   FROM deadlines.ladder_row WHERE ladder = 'finish'`,
  `ALTER TABLE ticket.ticket ADD COLUMN first_approved_by text`,
  `CREATE TABLE satisfaction.review_rule (
     rule text NOT NULL,
     category_code text,
     percent integer NOT NULL,
     UNIQUE NULLS NOT DISTINCT (rule, category_code)
   )`,
  `CREATE TABLE satisfaction.review_sample (
     id uuid PRIMARY KEY,
     ticket_id uuid NOT NULL,
     round integer NOT NULL,
     approved_at timestamptz NOT NULL,
     state text NOT NULL,
     reason_code text,
     seen_by uuid,
     seen_at timestamptz,
     UNIQUE (ticket_id, round)
   )`,
  `CREATE INDEX review_sample_state ON satisfaction.review_sample (state, approved_at, id)`,
];
