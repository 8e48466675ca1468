import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePort } from './free-port';

it('keeps the port of the last start while nobody else has it', async () => {
  const port = await freePort();
  expect(await freePort(port)).toBe(port);
  const stranger = createServer().listen(port, '127.0.0.1');
  await once(stranger, 'listening');
  expect(await freePort(port)).not.toBe(port);
  stranger.close();
});
