import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Alerts are listed by their time, those that wait for somebody and those that were settled. */
export class AlertsByTime1796000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ticket.look_alert_open');
    await runner.query('CREATE INDEX look_alert_open ON ticket.look_alert (at, id) WHERE settled_at IS NULL');
    await runner.query('CREATE INDEX look_alert_settled ON ticket.look_alert (at, id) WHERE settled_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ticket.look_alert_open, ticket.look_alert_settled');
    await runner.query('CREATE INDEX look_alert_open ON ticket.look_alert (id) WHERE settled_at IS NULL');
  }
}
