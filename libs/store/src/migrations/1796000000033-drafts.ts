import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What agents have typed and not yet registered: encrypted, each under a key of its own. */
export class Drafts1796000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake.draft');
  }
}

const table = `
CREATE TABLE intake.draft (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  version integer NOT NULL,
  sealed bytea NOT NULL,
  wrapped_key bytea NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE INDEX draft_account ON intake.draft (account_id, id);
CREATE INDEX draft_changed_at ON intake.draft (changed_at);
`;
