import type { HouseRequest } from './house-request';

/** What changes nothing may be asked for from anywhere: the answer is not readable there. */
const harmless: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Our own pages, and what no page asks for but a person or a program. A sibling host of ours is another site. */
const ours: readonly unknown[] = ['same-origin', 'none'];

/**
 * Whether the page of another site asks for a change. Browsers say by Sec-Fetch-Site who asks, over TLS and on loopback;
 * older ones name the page's origin, which is compared with the host that was asked, as the trusted proxies tell it.
 * Its scheme is not compared: whoever ends TLS before us need not tell.
 */
export function isForeign(request: Pick<HouseRequest, 'method' | 'headers' | 'host'>): boolean {
  if (harmless.includes(request.method)) return false;
  const { 'sec-fetch-site': site, origin } = request.headers;
  if (site !== undefined) return !ours.includes(site);
  return origin !== undefined && !isOfHost(origin, request.host);
}

/** An origin leaves out a scheme's usual port, a host need not. `null` is nobody's. */
function isOfHost(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  const asked = `${page.protocol}//${host}`;
  return URL.canParse(asked) && new URL(asked).host === page.host;
}
