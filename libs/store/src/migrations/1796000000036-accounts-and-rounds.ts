import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Usernames are one regardless of case and of full-width forms. Who has another's name by now is told apart by a number:
 * whoever had it first keeps it. And an absence whose deputy has left is over, and known to be without one. And
 * when retention was carried out last is a row, whichever replica did it.
 */
export class AccountsAndRounds1796000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tellApart);
    await runner.query('UPDATE ticket.account SET username = lower(normalize(username, NFKC))');
    await runner.query('CREATE UNIQUE INDEX account_username ON ticket.account (lower(username))');
    await runner.query('ALTER TABLE ticket.absence ADD COLUMN lapsed boolean NOT NULL DEFAULT false');
    await runner.query(rounds);
    await runner.query('CREATE INDEX absence_lapsed ON ticket.absence (account_id, until_at) WHERE lapsed');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ticket.account_username');
    await runner.query('ALTER TABLE ticket.absence DROP COLUMN lapsed');
    await runner.query('DROP TABLE intake.retention_round');
  }
}

/** One row, of the last round. */
const rounds = `
CREATE TABLE intake.retention_round (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  began_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL
)`;

/** By the lowest number that nobody has. */
const tellApart = `
DO $$
DECLARE
  twin record;
  number integer;
BEGIN
  FOR twin IN
    SELECT id, form FROM (
      SELECT id, lower(normalize(username, NFKC)) AS form,
        row_number() OVER (PARTITION BY lower(normalize(username, NFKC)) ORDER BY created_at, id) AS place
      FROM ticket.account) named
    WHERE place > 1 ORDER BY form, place
  LOOP
    number := 2;
    WHILE EXISTS (SELECT 1 FROM ticket.account WHERE lower(normalize(username, NFKC)) = twin.form || '-' || number) LOOP
      number := number + 1;
    END LOOP;
    UPDATE ticket.account SET username = twin.form || '-' || number WHERE id = twin.id;
  END LOOP;
END $$`;
