import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What another system was told. */
export interface Told {
  readonly headers: IncomingHttpHeaders;
  /** As it came: the signature is over these bytes. */
  readonly text: string;
  readonly body: unknown;
}

/** Another system, somewhere on this machine: it hears what became of its tickets, or passes messages on. */
export class ListeningSystem {
  readonly told: Told[] = [];
  /** What it answers. */
  status = 204;
  answerHeaders: Readonly<Record<string, string>> = {};

  private constructor(private readonly server: Server) {}

  static async open(): Promise<ListeningSystem> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        system.told.push({ headers: request.headers, text, body: JSON.parse(text) as unknown });
        response.writeHead(system.status, system.answerHeaders).end();
      });
    });
    const system = new ListeningSystem(server);
    await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened));
    return system;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/feedback`;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }
}
