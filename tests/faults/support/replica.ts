import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(__dirname, '../../..');
const restartMs = 300;

/** The deadlines service by itself, as in a split deployment, beside others on the same database and queue. It comes back whenever it ends. */
export class Replica {
  private child: ChildProcess | undefined;
  private isOver = false;
  private readonly lives: Promise<void>;

  /** @param clockOffMs by how much its machine's clock is off */
  constructor(
    private readonly reached: { readonly databaseUrl: string; readonly redisUrl: string; readonly masterKey: Buffer },
    private readonly clockOffMs: number,
  ) {
    this.lives = this.live();
  }

  /** Whether it has ever served. */
  hasServed = false;

  /** Ends it the hard way. */
  kill(): void {
    this.child?.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.isOver = true;
    this.child?.kill('SIGTERM');
    await this.lives;
  }

  private async live(): Promise<void> {
    while (!this.isOver) {
      this.child = this.begin();
      this.child.stdout?.on('data', (said: Buffer) => (this.hasServed ||= said.includes('serves at')));
      await once(this.child, 'exit');
      await pause(restartMs);
    }
  }

  private begin(): ChildProcess {
    const { databaseUrl, redisUrl, masterKey } = this.reached;
    const env = {
      ...process.env,
      ...{ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, MASTER_KEY: masterKey.toString('base64'), PORT: '0' },
      ...{
        MARK_SECONDS: '1',
        SWEEP_SECONDS: '2',
        LOG_LEVEL: 'silent',
        NODE_ENV: '',
        CLOCK_OFF_MS: String(this.clockOffMs),
      },
    };
    const skewed = join(__dirname, 'skewed-clock.cjs');
    return spawn(process.execPath, ['-r', skewed, 'dist/apps/deadlines/src/main.js'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  }
}
