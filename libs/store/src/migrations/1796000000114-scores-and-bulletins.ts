import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `score_rules`: by what departments are compared, each version whole. `bulletin`: 日报, 周报 and 通报, one for each period
 * and kind; `sections` are its tables as they were made, figures and keys without a word of what citizens wrote, frozen
 * from the signature on.
 */
const rules = [
  { rate: 'finishedInTimeRate', points: 30, floor: 0.8, cap: 1 },
  { rate: 'signedInTimeRate', points: 10, floor: 0.8, cap: 1 },
  { rate: 'contactedRate', points: 10, floor: 0.6, cap: 1 },
  { rate: 'satisfactionRateA', points: 30, floor: 0.6, cap: 0.95 },
  { rate: 'solvedRate', points: 20, floor: 0.5, cap: 0.9 },
];

const statements = [
  `CREATE TABLE satisfaction.score_rules (
     version integer PRIMARY KEY,
     least_tickets integer NOT NULL,
     rules jsonb NOT NULL,
     set_by text NOT NULL,
     set_at timestamptz NOT NULL
   )`,
  `INSERT INTO satisfaction.score_rules VALUES (1, 10, '${JSON.stringify(rules)}', 'system', '-infinity')`,
  `CREATE TABLE satisfaction.bulletin (
     id uuid PRIMARY KEY,
     kind text NOT NULL,
     starts date NOT NULL,
     ends date NOT NULL,
     number integer NOT NULL,
     state text NOT NULL,
     as_of timestamptz NOT NULL,
     sections jsonb NOT NULL,
     made_by text NOT NULL,
     made_at timestamptz NOT NULL,
     signed_by uuid,
     signed_at timestamptz,
     sha256 text,
     UNIQUE (kind, starts)
   )`,
  `CREATE UNIQUE INDEX bulletin_number ON satisfaction.bulletin (kind, extract(year FROM starts), number)`,
  `CREATE INDEX bulletin_newest ON satisfaction.bulletin (starts, id)`,
];

export class ScoresAndBulletins1796000000114 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE satisfaction.bulletin, satisfaction.score_rules`);
  }
}
