import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists in the order of what they show: rungs by when they fired, open tickets by when they are due, those without last. */
const statements = [
  `CREATE INDEX rung_fired ON ticket.rung (fired_at, id)`,
  `CREATE INDEX ticket_open_due ON ticket.ticket (coalesce(due_at, 'infinity'), id)
   WHERE state NOT IN ('closed', 'merged', 'withdrawn', 'void', 'returned-up')`,
  `DROP INDEX ticket.ticket_due`,
  `CREATE INDEX dead_letter_ticket ON ticket.dead_letter (ticket_id, service)`,
];

export class ListsByTime1796000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ticket_due ON ticket.ticket (due_at, id)
       WHERE due_at IS NOT NULL AND state NOT IN ('closed', 'merged', 'withdrawn', 'void', 'returned-up')`,
    );
    for (const index of ['rung_fired', 'ticket_open_due', 'dead_letter_ticket'])
      await runner.query(`DROP INDEX ticket.${index}`);
  }
}
