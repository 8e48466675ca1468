import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By which terms a ticket's look-alikes find it. The table is to the documents' terms what an index is to a column: the
 * trigger keeps it, whoever writes a document, in whatever order. One for all months: a question asks for 64 terms. Documents of before are written again by the sweep.
 */
const statements = [
  `ALTER TABLE intake.search_document ADD COLUMN terms integer[] NOT NULL DEFAULT '{}'`,
  `CREATE TABLE intake.look_alike_term (
     term integer NOT NULL,
     ticket_id uuid NOT NULL,
     PRIMARY KEY (term, ticket_id)
   )`,
  `CREATE FUNCTION intake.keep_look_alike_terms() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP <> 'INSERT' THEN
       DELETE FROM intake.look_alike_term WHERE ticket_id = OLD.ticket_id AND term = ANY(OLD.terms);
     END IF;
     IF TG_OP <> 'DELETE' THEN
       INSERT INTO intake.look_alike_term (term, ticket_id) SELECT term, NEW.ticket_id FROM unnest(NEW.terms) AS t(term);
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER search_document_terms AFTER INSERT OR DELETE OR UPDATE OF terms ON intake.search_document
   FOR EACH ROW EXECUTE FUNCTION intake.keep_look_alike_terms()`,
  `UPDATE intake.search_document SET version = 0`,
  `UPDATE ticket.ticket SET searched_version = 0`,
];

export class LookAlikes1796000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER search_document_terms ON intake.search_document`);
    await runner.query(`DROP FUNCTION intake.keep_look_alike_terms`);
    await runner.query(`DROP TABLE intake.look_alike_term`);
    await runner.query(`ALTER TABLE intake.search_document DROP COLUMN terms`);
  }
}
