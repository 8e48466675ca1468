import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 链接评价: by what a survey's link is known again, once for each round of a ticket. Neither column gives the token away. */
export class Surveys1796000000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE ticket.survey (
  token_hash bytea PRIMARY KEY,
  ticket_id uuid NOT NULL,
  round integer NOT NULL,
  salt bytea NOT NULL,
  made_at timestamptz NOT NULL,
  answered_at timestamptz,
  UNIQUE (ticket_id, round)
);
CREATE INDEX survey_made ON ticket.survey (made_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ticket.survey`);
  }
}
