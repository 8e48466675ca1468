import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The words' index knows a ticket's class too: a mark for each thing that is known of it, which is hashed as grams are
 * (32 bits of FNV-1a). Documents of before get theirs here, so that none is missed by a search within a class meanwhile.
 */
const statements = [
  `CREATE FUNCTION pg_temp.mark(known text) RETURNS integer LANGUAGE plpgsql STRICT AS $$
   DECLARE
     hash bigint := 2166136261;
     letter text;
   BEGIN
     FOREACH letter IN ARRAY string_to_array(known, NULL) LOOP
       hash := ((hash # ascii(letter)) * 16777619) & 4294967295;
     END LOOP;
     RETURN CASE WHEN hash > 2147483647 THEN hash - 4294967296 ELSE hash END;
   END $$`,
  // Everything is read: look-ups one by one, as connections are told, would take many times as long.
  `SET LOCAL enable_hashjoin = on`,
  `SET LOCAL enable_seqscan = on`,
  `UPDATE intake.search_document d SET grams = d.grams || array_remove(ARRAY[
     pg_temp.mark('type=' || t.type), pg_temp.mark('urgency=' || t.urgency), pg_temp.mark('channel=' || t.channel),
     pg_temp.mark('categoryCode=' || t.category_code), pg_temp.mark('areaCode=' || t.area_code)], NULL)
   FROM ticket.ticket t WHERE t.id = d.ticket_id`,
];

export class ClassMarks1796000000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  /** The sweep writes the documents again, without marks. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE intake.search_document SET version = 0`);
    await runner.query(`UPDATE ticket.ticket SET searched_version = 0`);
  }
}
