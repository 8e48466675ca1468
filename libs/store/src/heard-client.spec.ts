import { createServer, type AddressInfo, type Server } from 'node:net';
import { Pool } from 'pg';
import { HeardClient } from './heard-client';

const message = (type: string, ...fields: Buffer[]): Buffer => {
  const body = Buffer.concat(fields);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};
const authenticated = message('R', Buffer.alloc(4));
const ready = message('Z', Buffer.from('I'));
const dying = message(
  'E',
  Buffer.from('SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0'),
);

/** A database server that dies in the moment in which it says that it is ready: both come in one packet. */
async function dyingServer(): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.concat([authenticated, ready, dying])));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

describe('a database server that dies while a connection is handed out', () => {
  it('ends no process: whoever borrowed the connection is told by the first statement', async () => {
    const server = await dyingServer();
    const { port } = server.address() as AddressInfo;
    const pool = new Pool({ host: '127.0.0.1', port, user: 'hotline', Client: HeardClient });
    pool.on('error', () => undefined);
    const client = await pool.connect();
    await expect(client.query('SELECT 1')).rejects.toThrow();
    client.release(true);
    await pool.end();
    server.close();
  });
});
