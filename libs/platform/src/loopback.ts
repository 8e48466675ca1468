import { isIP } from 'node:net';

/** Whether nobody but this machine reaches the host. A name that only begins like a loopback address is another one. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
