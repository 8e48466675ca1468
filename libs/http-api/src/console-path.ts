import { z } from 'zod';

/** Any origin: an address that leaves it is none of ours. */
const origin = 'https://hotline.invalid';

/**
 * A page of the console, such as `/app/desk?state=waiting`, as a browser reads what was sent: whoever signs in is led
 * there afterwards, and never to another site or another of our addresses.
 */
export const consolePath = z
  .string()
  .max(1_000)
  .transform((text, context) => {
    const url = URL.canParse(text, origin) ? new URL(text, origin) : null;
    if (url?.origin === origin && /^\/app(\/|$)/.test(url.pathname)) return `${url.pathname}${url.search}${url.hash}`;
    context.addIssue({ code: 'custom', message: '须为本系统的页面地址' });
    return z.NEVER;
  });
