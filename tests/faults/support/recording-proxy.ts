import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before the hotline as a proxy does, and keeps what a proxy's log would: addresses, and what errors said. */
export class RecordingProxy {
  readonly addresses: string[] = [];
  readonly errors: string[] = [];
  private server: Server | undefined;

  constructor(private readonly target: string) {}

  /** Answers its own address. */
  async begin(): Promise<string> {
    const server = createServer((asked, answer) => this.pass(asked, answer));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async end(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    this.addresses.push(`${asked.method} ${asked.url}`);
    const { method, headers, url = '/' } = asked;
    const onward = request(new URL(url, this.target), { method, headers }, (told) => this.tell(told, answer));
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  }

  private tell(told: IncomingMessage, answer: ServerResponse): void {
    const { statusCode = 502, headers } = told;
    answer.writeHead(statusCode, headers);
    if (statusCode >= 400) told.on('data', (chunk: Buffer) => this.errors.push(chunk.toString()));
    told.pipe(answer);
  }
}
