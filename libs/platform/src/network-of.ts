import { isIP } from 'node:net';

/**
 * The network whose requests are counted together: an IPv4 address by itself, an IPv6 address with its /64, which is
 * what one household or one machine is given. What is no address counts as one caller.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const version = isIP(address);
  if (version === 4) return address;
  return version === 6 ? `${firstFour(address).join(':')}::/64` : 'unknown';
}

/** The first four of an IPv6 address's eight groups. One that ends in an IPv4 address has two groups in that. */
function firstFour(address: string): string[] {
  const [head = [], tail] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const gap = tail === undefined ? [] : Array<string>(8 - head.length - widthOf(tail)).fill('0');
  return [...head, ...gap, ...(tail ?? [])].slice(0, 4).map((group) => parseInt(group, 16).toString(16));
}

const widthOf = (groups: readonly string[]): number => groups.length + (groups.at(-1)?.includes('.') ? 1 : 0);
