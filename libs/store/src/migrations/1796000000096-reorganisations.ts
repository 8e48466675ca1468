import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 机构调整. `place_version` keeps what departments, areas and categories were called and where they stood in their tree, each
 * from an instant on; `heir` who answers for one that is no more; `succeeded` whose a part was, or in which area a ticket lay,
 * until one moved them. The work itself stands in rows: a reorganisation and the parts into which its tickets are cut.
 */
const statements = [
  `CREATE TABLE ticket.place_version (
     kind text NOT NULL,
     key text NOT NULL,
     from_at timestamptz NOT NULL,
     name text NOT NULL,
     parent text,
     "group" text,
     PRIMARY KEY (kind, key, from_at)
   )`,
  `INSERT INTO ticket.place_version (kind, key, from_at, name, parent, "group")
     SELECT 'department', id::text, valid_from::timestamp AT TIME ZONE 'Asia/Shanghai', name, parent_id::text, "group" FROM ticket.department
     UNION ALL SELECT 'area', code, '2020-01-01 00:00+08', name, parent_code, NULL FROM ticket.area
     UNION ALL SELECT 'category', code, '2020-01-01 00:00+08', name, parent_code, NULL FROM ticket.category`,
  `ALTER TABLE ticket.area ADD COLUMN valid_from date NOT NULL DEFAULT '2020-01-01', ADD COLUMN valid_to date`,
  `CREATE TABLE ticket.heir (
     kind text NOT NULL,
     key text NOT NULL,
     position integer NOT NULL,
     heir text NOT NULL,
     category_codes text[] NOT NULL,
     area_codes text[] NOT NULL,
     reorganisation_id uuid NOT NULL,
     PRIMARY KEY (kind, key, position)
   )`,
  `CREATE TABLE ticket.succeeded (
     ticket_id uuid NOT NULL,
     kind text NOT NULL,
     key text NOT NULL,
     at timestamptz NOT NULL,
     was text NOT NULL,
     reorganisation_id uuid NOT NULL,
     PRIMARY KEY (ticket_id, kind, key, at)
   )`,
  `CREATE TABLE routing.reorganisation (
     id uuid PRIMARY KEY,
     plan jsonb NOT NULL,
     figures jsonb NOT NULL,
     by_account text NOT NULL,
     at timestamptz NOT NULL,
     state text NOT NULL,
     ended_at timestamptz
   )`,
  `CREATE INDEX reorganisation_running ON routing.reorganisation (id) WHERE state = 'running'`,
  `CREATE TABLE routing.reorganisation_part (
     reorganisation_id uuid NOT NULL REFERENCES routing.reorganisation,
     part integer NOT NULL,
     ticket_ids uuid[] NOT NULL,
     moved integer NOT NULL DEFAULT 0,
     is_done boolean NOT NULL DEFAULT false,
     PRIMARY KEY (reorganisation_id, part)
   )`,
  `CREATE INDEX reorganisation_part_open ON routing.reorganisation_part (reorganisation_id, part) WHERE NOT is_done`,
];

export class Reorganisations1796000000096 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE routing.reorganisation_part, routing.reorganisation');
    await runner.query('DROP TABLE ticket.succeeded, ticket.heir, ticket.place_version');
    await runner.query('ALTER TABLE ticket.area DROP COLUMN valid_from, DROP COLUMN valid_to');
  }
}
