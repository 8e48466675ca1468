import { Controller, Get, Header } from '@nestjs/common';
import { collectDefaultMetrics } from 'prom-client';
import { Database } from '#store/database';
import { Gauges } from './gauges';
import { Throttle } from './throttle';

/** Prometheus: the process, what it refused, and what waits in the database. */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly database: Database,
    private readonly gauges: Gauges,
    throttle: Throttle,
  ) {
    collectDefaultMetrics({ register: gauges.registry });
    gauges.registry.registerMetric(throttle.refused);
    this.count('hotline_outbox_rows', 'Events not yet handed to the queue', 'SELECT count(*) AS n FROM ticket.outbox');
    this.count(
      'hotline_dead_letters',
      'Jobs given up and not requeued',
      'SELECT count(*) AS n FROM ticket.dead_letter WHERE requeued_at IS NULL',
    );
  }

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return this.gauges.registry.metrics();
  }

  private count(name: string, help: string, statement: string): void {
    this.gauges.add(name, help, async () => {
      const row = await this.database.sql.one<{ n: string }>(statement, []);
      return Number(row?.n ?? 0);
    });
  }
}
