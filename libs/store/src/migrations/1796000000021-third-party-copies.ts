import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partitionsOfOldMonths } from '../partitions-of-old-months';

/** Copies for third parties, as they left the house; rows of a ticket, and so in its month. */
const statements = [
  `CREATE TABLE ticket.third_party_copy (
     ticket_id uuid NOT NULL,
     id uuid NOT NULL,
     seq integer NOT NULL,
     number text NOT NULL,
     recipient text NOT NULL,
     purpose text NOT NULL,
     printed jsonb NOT NULL,
     sha256 text NOT NULL,
     by_account text NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (ticket_id, id)
   ) PARTITION BY RANGE (ticket_id)`,
  partitionsOfOldMonths('third_party_copy'),
];

export class ThirdPartyCopies1796000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.third_party_copy');
  }
}
