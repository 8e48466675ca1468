import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partitionsOfOldMonths } from '../partitions-of-old-months';

/**
 * What was suggested of a ticket in a round, and what was done: labels and figures, no word of what anybody wrote.
 * Version 0 is that of rules and keywords alone. `asked_at`: since when a dispatcher is asked.
 */
const statements = [
  `CREATE TABLE ticket.suggestion (
     ticket_id uuid NOT NULL,
     round integer NOT NULL,
     suggested_at timestamptz NOT NULL,
     asked_at timestamptz,
     category_version integer NOT NULL,
     department_version integer NOT NULL,
     categories jsonb NOT NULL,
     departments jsonb NOT NULL,
     likeliest_category text,
     likeliest_department uuid,
     is_automatic boolean NOT NULL,
     lead_id uuid,
     department_id uuid,
     category_code text,
     decided_by text,
     decided_at timestamptz,
     PRIMARY KEY (ticket_id, round)
   ) PARTITION BY RANGE (ticket_id)`,
  partitionsOfOldMonths('suggestion'),
  `CREATE INDEX suggestion_of_department ON ticket.suggestion (department_version, likeliest_department)`,
  `CREATE INDEX suggestion_of_category ON ticket.suggestion (category_version, likeliest_category)`,
];

export class Suggestions1796000000089 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket.suggestion');
  }
}
