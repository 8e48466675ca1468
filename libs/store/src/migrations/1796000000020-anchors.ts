import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partitionsOfOldMonths } from '../partitions-of-old-months';

/** What each day's anchor says, and of the heads under it those that changed since the one before. */
const tables = `
CREATE TABLE ticket.anchor (
  day date PRIMARY KEY,
  at timestamptz NOT NULL,
  leaves integer NOT NULL,
  changed integer NOT NULL,
  root bytea NOT NULL,
  previous_root bytea,
  public_key bytea NOT NULL,
  signature bytea NOT NULL
);
CREATE TABLE ticket.anchored_head (
  ticket_id uuid NOT NULL,
  seq integer NOT NULL,
  hash bytea NOT NULL,
  anchor date NOT NULL,
  PRIMARY KEY (ticket_id, anchor)
) PARTITION BY RANGE (ticket_id);
CREATE INDEX anchored_head_anchor ON ticket.anchored_head (anchor, ticket_id);
`;

/** Chains of the whole house go by an id below those of all tickets (anchored-chains.ts), and lie in no month. */
const houseChains = `
CREATE TABLE ticket.anchored_head_house PARTITION OF ticket.anchored_head
  FOR VALUES FROM (MINVALUE) TO ('00000000-0001-0000-0000-000000000000');
`;

export class Anchors1796000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(houseChains);
    await runner.query(partitionsOfOldMonths('anchored_head'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.anchored_head, ticket.anchor');
  }
}
