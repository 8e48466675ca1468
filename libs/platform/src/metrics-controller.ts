import { Controller, Get, Header } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Database } from '#store/database';
import { Throttle } from './throttle';

/** Prometheus: the process, what it refused, and what waits in the database. */
@Controller('metrics')
export class MetricsController {
  private readonly registry = new Registry();

  constructor(
    private readonly database: Database,
    throttle: Throttle,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.registry.registerMetric(throttle.refused);
    this.gauge('hotline_outbox_rows', 'Events not yet handed to the queue', 'SELECT count(*) AS n FROM ticket.outbox');
    this.gauge(
      'hotline_dead_letters',
      'Jobs given up and not requeued',
      'SELECT count(*) AS n FROM ticket.dead_letter WHERE requeued_at IS NULL',
    );
  }

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return this.registry.metrics();
  }

  private gauge(name: string, help: string, statement: string): void {
    const { database } = this;
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        const row = await database.sql.one<{ n: string }>(statement, []);
        this.set(Number(row?.n ?? 0));
      },
    });
  }
}
