import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partitionsOfOldMonths } from '../partitions-of-old-months';

/**
 * Files of tickets; the bytes lie in a store of files, under `key`. `loose_file`: files in that store that no attachment
 * names, because they are still coming in or were given up, and when they go.
 */
const statements = [
  `CREATE TABLE ticket.attachment (
     ticket_id uuid NOT NULL,
     id uuid NOT NULL,
     kind text NOT NULL,
     name text NOT NULL,
     media_type text NOT NULL,
     bytes bigint NOT NULL,
     sha256 text NOT NULL,
     key text,
     width integer,
     height integer,
     has_thumbnail boolean NOT NULL,
     from_citizen boolean NOT NULL,
     shared boolean NOT NULL,
     by_actor text NOT NULL,
     at timestamptz NOT NULL,
     taken_at timestamptz,
     PRIMARY KEY (ticket_id, id)
   ) PARTITION BY RANGE (ticket_id)`,
  partitionsOfOldMonths('attachment'),
  `CREATE TABLE ticket.loose_file (key text PRIMARY KEY, goes_at timestamptz NOT NULL)`,
  `CREATE INDEX loose_file_due ON ticket.loose_file (goes_at)`,
];

export class Attachments1796000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.attachment, ticket.loose_file');
  }
}
