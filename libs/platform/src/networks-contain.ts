import { BlockList, isIP } from 'node:net';

interface Network {
  readonly address: string;
  readonly family: 'ipv4' | 'ipv6';
  readonly prefix: number;
}

/** `10.1.0.0/16`, `10.1.2.3` or the same of IPv6; null for what is neither. */
export function networkIn(text: string): Network | null {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= most);
  if (version === 0 || rest.length > 0 || !isPrefix) return null;
  return { address, family: version === 4 ? 'ipv4' : 'ipv6', prefix: prefix === undefined ? most : Number(prefix) };
}

/** Whether one of the networks has this address; an IPv4 address that is written as IPv6 is the same one. */
export function networksContain(networks: readonly string[], address: string): boolean {
  const list = new BlockList();
  for (const text of networks) {
    const network = networkIn(text);
    if (network) list.addSubnet(network.address, network.prefix, network.family);
  }
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  return list.check(mapped, isIP(mapped) === 6 ? 'ipv6' : 'ipv4');
}
