import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';

/** What a process tells Prometheus; a service adds what only it knows. */
@Injectable()
export class Gauges {
  readonly registry = new Registry();

  /** A number that is read whenever somebody asks for it. */
  add(name: string, help: string, read: () => Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await read());
      },
    });
  }
}
