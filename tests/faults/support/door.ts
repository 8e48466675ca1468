import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A door before a server: while it is shut nobody reaches the server, and whoever was connected is no more. */
export class Door {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;

  private constructor(private readonly target: URL) {}

  static async before(url: string): Promise<Door> {
    const door = new Door(new URL(url));
    await door.open();
    return door;
  }

  /** The server's address, through the door. */
  get url(): string {
    const through = new URL(this.target);
    through.host = `127.0.0.1:${this.port}`;
    return through.href;
  }

  async open(): Promise<void> {
    this.server = createServer((socket) => this.lead(socket)).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async shut(): Promise<void> {
    const { server } = this;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private lead(socket: Socket): void {
    const inner = connect(Number(this.target.port), this.target.hostname);
    for (const [each, other] of [[socket, inner] as const, [inner, socket] as const]) {
      this.sockets.add(each);
      each.on('error', () => each.destroy());
      each.on('close', () => {
        this.sockets.delete(each);
        other.destroy();
      });
      each.pipe(other);
    }
  }
}
