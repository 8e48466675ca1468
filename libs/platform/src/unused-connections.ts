import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Closes connections on which nobody has asked anything yet when the house closes. Browsers open some ahead; Node does
 * not count them as idle, and would wait for them as for a request under way.
 */
export function closeUnusedConnections(fastify: Pick<FastifyInstance, 'server' | 'addHook'>): void {
  const unused = new Set<Socket>();
  let closing = false;
  fastify.server.on('connection', (socket) => {
    if (closing) socket.destroy();
    else unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  fastify.server.on('request', ({ socket }) => unused.delete(socket));
  fastify.addHook('preClose', (done) => {
    closing = true;
    unused.forEach((socket) => socket.destroy());
    done();
  });
}
