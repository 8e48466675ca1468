import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { closeUnusedConnections } from './unused-connections';

describe('a server that closes', () => {
  let server: FastifyInstance;
  let entered: Promise<void>;
  let answer: () => void;

  beforeEach(async () => {
    server = Fastify();
    closeUnusedConnections(server);
    const may = new Promise<void>((resolve) => (answer = resolve));
    entered = new Promise((resolve) => {
      server.get('/', async () => {
        resolve();
        await may;
        return 'answered';
      });
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
  });

  const port = () => (server.server.address() as AddressInfo).port;

  it('does not wait for a connection that a browser opened ahead', async () => {
    const opened = once(server.server, 'connection');
    const ahead = connect(port(), '127.0.0.1');
    await opened;
    await server.close();
    if (!ahead.closed) await once(ahead, 'close');
  });

  it('waits for a request that is under way', async () => {
    const asked = fetch(`http://127.0.0.1:${port()}/`);
    await entered;
    const closing = server.close();
    answer();
    expect(await (await asked).text()).toBe('answered');
    await closing;
  });
});
