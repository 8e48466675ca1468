import { Controller, Get, Inject } from '@nestjs/common';
import { Database } from '#store/database';
import { Queues } from '#queue/queue-connection';
import { Refusal } from './problems';
import { RESOURCES, type Resources } from './resources';

/** For whoever watches the process: alive, and able to work. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    @Inject(RESOURCES) private readonly resources: Resources,
  ) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** The database must answer; a queue that is away only delays, because the outbox keeps everything. */
  @Get('ready')
  async ready(): Promise<{ status: string; queue: string; queueUp: boolean }> {
    await this.database.sql.query('SELECT 1', []).catch(() => {
      throw new Refusal('unavailable', '数据库无法连接');
    });
    return { status: 'ready', queue: this.resources.queue.kind, queueUp: await this.queues.isUp() };
  }
}
