import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { HotlineClient } from '../../scripts/replay/hotline-client';
import { burst } from '../load/burst';
import { matter } from '../load/matter';
import { stopChild } from '../stand/stop-child';

const startingMs = 15_000;
/** The first ones only warm it up. */
const [warmingInserts, inserts] = [500, 2_000];

/** Raw Fastify and one prepared INSERT on the same PostgreSQL: what the machine can do at this moment. */
export class RawProbe {
  private constructor(
    private readonly child: ChildProcess,
    private readonly client: HotlineClient,
  ) {}

  static async start(databaseUrl: string): Promise<RawProbe> {
    const child = fork(join(__dirname, 'server.js'), [databaseUrl]);
    const address = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('the raw probe did not start')), startingMs);
      child.once('message', (said: string) => {
        clearTimeout(late);
        resolve(said);
      });
      child.once('exit', () => reject(new Error('the raw probe ended')));
    });
    return new RawProbe(child, HotlineClient.to(address, burstConnections));
  }

  /** Inserts a second, by as many connections as the burst of registrations uses. */
  async perSecond(): Promise<number> {
    await this.insert(warmingInserts);
    const { seconds } = await this.insert(inserts);
    return inserts / seconds;
  }

  private insert(count: number): Promise<{ seconds: number }> {
    return burst(count, burstConnections, async (index) => {
      await this.client.call('POST /api/tickets', { body: { ...matter(index), type: 'help', channel: 'phone' } });
    });
  }

  async close(): Promise<void> {
    await this.client.close();
    await stopChild(this.child);
  }
}

export const burstConnections = 32;
