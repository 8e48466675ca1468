import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Settings } from '#platform/s3-settings';

const program = join(__dirname, 's3-server-process.mjs');
const bucket = 'attachments';
/** The only one whom s3rver knows. */
const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

/** A real S3-compatible server with one empty bucket; nothing in it survives. */
export class S3Server {
  private constructor(
    private readonly child: ChildProcess,
    private readonly directory: string,
    private readonly endpoint: string,
  ) {}

  static async start(): Promise<S3Server> {
    const directory = await mkdtemp(join(tmpdir(), 'hotline-s3-'));
    const child = fork(program, [directory, bucket], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    return new S3Server(child, directory, await endpointOf(child));
  }

  settings(): S3Settings {
    return { endpoint: this.endpoint, bucket, region: 'us-east-1', ...credentials };
  }

  /** How many files lie in the bucket. It knows no way to give up an upload, and keeps parts of which nothing became. */
  async count(): Promise<number> {
    const names = await readdir(this.directory, { recursive: true });
    return names.filter((name) => name.endsWith('_object')).length;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.send('stop');
    await ended;
    await rm(this.directory, { recursive: true, force: true });
  }
}

/** Its address, once it listens. @throws Error with what it said when it ends instead */
function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => void (said += chunk.toString()));
    child.once('message', (message: { endpoint: string }) => resolve(message.endpoint));
    child.once('exit', (code) => reject(new Error(`the S3 server ended with ${code}:\n${said}`)));
  });
}
