import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a gateway does with a message: takes it, takes it and says nothing, or does not. */
const whims = [
  'takes',
  'takes',
  'takes-and-hangs-up',
  'takes',
  'takes',
  'is-busy',
  'takes',
  'takes',
  'hangs-up',
] as const;
type Whim = (typeof whims)[number];

/** After so many requests it is itself again: what failed often would else be waited for for minutes. */
const unreliableFor = 200;

/** Takes messages over HTTP, or does not, by a sequence that is the same in each run. */
export class UnreliableGateway {
  /** Bodies by their key, each as often as it was taken. */
  readonly taken = new Map<string, string[]>();
  private asked = 0;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<UnreliableGateway> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        gateway.answer(String(request.headers['idempotency-key']), Buffer.concat(chunks).toString(), response);
      });
    });
    const gateway = new UnreliableGateway(server);
    await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened));
    return gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/messages`;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }

  private answer(key: string, body: string, response: ServerResponse): void {
    const whim = this.whim();
    if (whim.startsWith('takes')) this.taken.set(key, [...(this.taken.get(key) ?? []), body]);
    if (whim === 'takes') response.writeHead(204).end();
    else if (whim === 'is-busy') response.writeHead(503, { 'retry-after': '1' }).end();
    else response.destroy();
  }

  private whim(): Whim {
    const asked = this.asked++;
    if (asked >= unreliableFor) return 'takes';
    return whims[(asked + Math.floor(asked / 7)) % whims.length] ?? 'takes';
  }
}
