import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Routing tells a suggestion's look-alikes too: what they are found by is in the schema that all services read. */
export class LookAlikeTermsShared1796000000088 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE intake.look_alike_term SET SCHEMA ticket');
    await runner.query(keepTermsIn('ticket'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket.look_alike_term SET SCHEMA intake');
    await runner.query(keepTermsIn('intake'));
  }
}

const keepTermsIn = (schema: string): string => `
CREATE OR REPLACE FUNCTION intake.keep_look_alike_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM ${schema}.look_alike_term WHERE ticket_id = OLD.ticket_id AND term = ANY(OLD.terms);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO ${schema}.look_alike_term (term, ticket_id) SELECT term, NEW.ticket_id FROM unnest(NEW.terms) AS t(term);
  END IF;
  RETURN NULL;
END $$`;
