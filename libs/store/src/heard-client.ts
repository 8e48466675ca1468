import { Client, type ClientConfig } from 'pg';

/**
 * A connection whose loss never ends the process. The statement under way fails with the same reason, and whoever sent it
 * is told; a pool forgets the connection. But between a pool and whoever borrows from it nobody listens for a moment, and
 * a server that dies just then says so to nobody.
 */
export class HeardClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
