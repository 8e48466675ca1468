import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '#hotline/backend/free-port';
import { testDirectory, type TestDirectory } from '#testing/test-directory';
import { until } from '#testing/until';

const root = join(__dirname, '../../..');

/** The parts of a running hotline that can be killed. */
export type Victim = 'hotline' | 'redis-server' | 'postgres';

/** What runs it: `npm start`, or what that runs in the end, which starts faster. */
type Starter = 'npm' | 'node';
const programs = {
  npm: ['npm', ['start']],
  node: [process.execPath, ['dist/apps/hotline/src/main.js']],
} as const satisfies Record<Starter, readonly [string, readonly string[]]>;

/** The hotline as people run it, over its own PostgreSQL and Redis, on one port through all its lives. */
export class HotlineProcess {
  static readonly password = 'a-password-for-faults';
  private child: ChildProcess | undefined;
  /** Everything it has said so far. */
  said = '';
  private ending = false;

  private constructor(
    readonly directory: TestDirectory,
    private readonly port: number,
    private readonly starter: Starter,
    private readonly logLevel: 'fatal' | 'trace',
  ) {}

  static async begin(starter: Starter = 'node', logLevel: 'fatal' | 'trace' = 'fatal'): Promise<HotlineProcess> {
    const hotline = new HotlineProcess(await testDirectory(), await freePort(), starter, logLevel);
    await hotline.start();
    return hotline;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get dataDirectory(): string {
    return join(this.directory.path, 'data');
  }

  /** Ends one part the hard way. The servers are brought back by the hotline, the hotline by us. */
  async kill(victim: Victim): Promise<void> {
    if (victim === 'hotline') {
      await this.end('SIGKILL');
      await this.start();
    } else {
      for (const pid of this.children(victim)) process.kill(pid, 'SIGKILL');
    }
  }

  /** Ends it as a service manager does, and begins it again over what it had. */
  async startAnew(): Promise<void> {
    await this.end('SIGTERM');
    await this.start();
  }

  /** As a service manager does: a signal to what it started. Waits until nothing runs any more. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await until(() => Promise.resolve(this.servers().join('; ')));
    await this.directory.remove();
  }

  /** The command lines of what runs over its data directory. */
  servers(): string[] {
    const table = execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' });
    return table.split('\n').filter((line) => line.includes(this.dataDirectory));
  }

  private async start(): Promise<void> {
    const { DATABASE_URL: _database, REDIS_URL: _redis, ...rest } = process.env;
    const env = {
      ...rest,
      DATA_DIR: this.dataDirectory,
      PORT: String(this.port),
      DEMO_PASSWORD: HotlineProcess.password,
      SWEEP_SECONDS: '2',
      // Stubborn people ask far oftener than clerks.
      THROTTLE_FACTOR: '100',
      NODE_ENV: '',
      LOG_LEVEL: this.logLevel,
    };
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    const [program, words] = programs[this.starter];
    this.child = spawn(program, [...words], { cwd: root, env, stdio: [...stdio] });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    await opened(this.child);
    // It ends when we say so and never else: whoever waits for it should hear why.
    const { child } = this;
    child.once('exit', (code, signal) => {
      if (this.child === child && !this.ending)
        process.stderr.write(`the hotline ended by itself: ${code} ${signal}\n`);
    });
    if (this.logLevel === 'fatal') child.stderr?.pipe(process.stderr, { end: false });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    this.ending = true;
    child.kill(signal);
    await ended;
    this.ending = false;
  }

  private children(name: string): number[] {
    const table = execFileSync('ps', ['-o', 'pid=,comm=', '--ppid', String(this.child?.pid)], { encoding: 'utf8' });
    return table
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, command]) => command === name)
      .map(([pid]) => Number(pid));
  }
}

/** @throws Error with what the process said when it ends instead of opening. */
function opened(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('is open at')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the hotline ended with ${code} instead of opening:\n${said}`)));
  });
}
