import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Bad ratings of before have no appeal window: their tickets' clocks are told anew, so that it is known to be over. The
 * sweep of the deadlines takes them up, the oldest first.
 */
export class AppealWindowsOfBefore1796000000119 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE ticket.ticket t SET clocks_seq = 0
      WHERE t.archived_at IS NULL AND NOT t.imported AND t.rating IS NOT NULL
        AND (t.rating ->> 'solved' = 'no' OR t.rating #>> '{satisfaction,result}' IN ('dissatisfied', 'very-dissatisfied'))
        AND NOT EXISTS (SELECT 1 FROM ticket.clock k WHERE k.ticket_id = t.id AND k.kind = 'appeal-window')`);
  }

  async down(): Promise<void> {
    // Clocks are derived: nothing to take back.
  }
}
