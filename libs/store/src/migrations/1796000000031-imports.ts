import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that are imported, with the rows that were refused, and a mark on tickets that are another system's history. */
export class Imports1796000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(looks);
    await runner.query(ticket);
    await runner.query(imports);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake.import_refusal, intake.import_piece, intake.import');
    await runner.query('ALTER TABLE ticket.ticket DROP COLUMN imported');
  }
}

/** Until now all that was taken out were copies for third parties. */
const looks = `
UPDATE ticket.look SET kind = 'copy' WHERE kind = 'export';
UPDATE ticket.look_alert SET kind = 'copy' WHERE kind = 'export';
`;

/** What came in as `import` before there was a mark was counted in no figure, and is not counted now. */
const ticket = `
ALTER TABLE ticket.ticket ADD COLUMN imported boolean NOT NULL DEFAULT false;
UPDATE ticket.ticket SET imported = true WHERE channel = 'import';
`;

/**
 * Pieces are sealed under the import’s own key: `file` are the uploaded bytes, `strings` the words of
 * a workbook that its sheet refers to. Both go when it ends, and the key with them. `claim` names the process that is at it, `beaten_at` when it last said so.
 */
const imports = `
CREATE TABLE intake.import (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  format text NOT NULL,
  encoding text,
  name text,
  state text NOT NULL,
  uploaded_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  sha256 text,
  wrapped_key bytea,
  bytes_total bigint NOT NULL DEFAULT 0,
  bytes_read bigint NOT NULL DEFAULT 0,
  rows_read integer NOT NULL DEFAULT 0,
  accepted integer NOT NULL DEFAULT 0,
  known integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  fault text,
  claim uuid,
  beaten_at timestamptz
);
CREATE INDEX import_unfinished ON intake.import (id) WHERE state IN ('waiting', 'running');
CREATE INDEX import_uploading ON intake.import (beaten_at) WHERE state = 'uploading';
CREATE TABLE intake.import_piece (
  import_id uuid NOT NULL REFERENCES intake.import ON DELETE CASCADE,
  kind text NOT NULL,
  place integer NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (import_id, kind, place)
);
CREATE TABLE intake.import_refusal (
  import_id uuid NOT NULL REFERENCES intake.import ON DELETE CASCADE,
  line integer NOT NULL,
  "column" text,
  reason text NOT NULL,
  PRIMARY KEY (import_id, line)
);
`;
