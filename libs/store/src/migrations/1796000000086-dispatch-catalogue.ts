import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 派单目录: conditions beside category and area, what a row makes of a ticket besides its departments, and which rows are
 * versions of one. What there is stays as it is: rows for one place were versions of each other.
 */
export class DispatchCatalogue1796000000086 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket.ticket DROP COLUMN limit_class');
    await runner.query('DROP INDEX routing.dispatch_rule_by_place');
    await runner.query('DROP INDEX routing.dispatch_rule_series');
    await runner.query(`DELETE FROM routing.dispatch_rule
      WHERE cardinality(keywords) + cardinality(types) + cardinality(urgencies) + cardinality(channels) > 0`);
    for (const column of columns) await runner.query(`ALTER TABLE routing.dispatch_rule DROP COLUMN ${column}`);
    await runner.query(
      `CREATE UNIQUE INDEX dispatch_rule_current ON routing.dispatch_rule (category_code, area_code) NULLS NOT DISTINCT WHERE valid_to IS NULL`,
    );
  }
}

const columns = [
  'series_id',
  'keywords',
  'types',
  'urgencies',
  'channels',
  'precedence',
  'urgency',
  'limit_class',
] as const;

const statements = [
  'ALTER TABLE ticket.ticket ADD COLUMN limit_class text',
  'DROP INDEX routing.dispatch_rule_current',
  `ALTER TABLE routing.dispatch_rule
     ADD COLUMN series_id uuid,
     ADD COLUMN keywords text[] NOT NULL DEFAULT '{}',
     ADD COLUMN types text[] NOT NULL DEFAULT '{}',
     ADD COLUMN urgencies text[] NOT NULL DEFAULT '{}',
     ADD COLUMN channels text[] NOT NULL DEFAULT '{}',
     ADD COLUMN precedence smallint NOT NULL DEFAULT 50,
     ADD COLUMN urgency text,
     ADD COLUMN limit_class text`,
  `UPDATE routing.dispatch_rule r SET series_id = first.id
   FROM (SELECT DISTINCT ON (category_code, area_code) category_code, area_code, id
         FROM routing.dispatch_rule ORDER BY category_code, area_code, version) first
   WHERE r.category_code IS NOT DISTINCT FROM first.category_code AND r.area_code IS NOT DISTINCT FROM first.area_code`,
  'ALTER TABLE routing.dispatch_rule ALTER COLUMN series_id SET NOT NULL',
  'CREATE UNIQUE INDEX dispatch_rule_series ON routing.dispatch_rule (series_id, version)',
  `CREATE INDEX dispatch_rule_by_place ON routing.dispatch_rule (coalesce(category_code, ''), coalesce(area_code, ''), id)`,
];
