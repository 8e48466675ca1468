import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 答复模板. Of what was worded before, the log of administration tells. */
const statements = [
  `CREATE TABLE routing.reply_template (
     id uuid PRIMARY KEY,
     version integer NOT NULL,
     title text NOT NULL,
     text text NOT NULL,
     category_code text,
     department_id uuid,
     changed_at timestamptz NOT NULL,
     ended_at timestamptz
   )`,
  `CREATE INDEX reply_template_of_category ON routing.reply_template (category_code, department_id) WHERE ended_at IS NULL`,
];

export class ReplyTemplates1796000000095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE routing.reply_template');
  }
}
