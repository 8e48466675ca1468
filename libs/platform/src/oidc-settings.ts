import { z } from 'zod';
import { isLoopback } from './loopback';
import { switchOn } from './setting-kinds';

/** Where the provider sends people back to, on our own public origin. */
const callbackPath = '/api/session/oidc/callback';

const [tls, callback] = [
  'it must be an address with https:// and without a query; http:// is for this machine only',
  `it must be our own public address with https:// and ${callbackPath}; http:// is for this machine only`,
];

/** Signing in at an identity provider by OpenID Connect: one line each, all of them or none. */
export const oidcFields = {
  /** The provider's issuer, below which its /.well-known/openid-configuration lies. */
  OIDC_ISSUER: z.string().refine(isIssuer, tls).optional(),
  /** As what the provider knows us, and by which secret. */
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** The public address of our callback, as it is registered at the provider; known by itself on loopback. */
  OIDC_REDIRECT_URL: z.string().refine(isCallback, callback).optional(),
  /** What stands on the login page's button. */
  OIDC_LABEL: z.string().max(16, 'it must have 16 characters at most').optional(),
  /** The claim that holds somebody's username. */
  OIDC_USERNAME_CLAIM: z.string().optional(),
  /** Links an account at the first sign-in of whoever has its username at the provider. */
  OIDC_LINK_BY_USERNAME: switchOn.optional(),
};

const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

type Given = z.output<z.ZodObject<typeof oidcFields>> & { readonly HOST: string; readonly PORT: number };

export interface OidcSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUrl: string;
  readonly label: string;
  readonly usernameClaim: string;
  readonly linkByUsername: boolean;
}

/** A half configuration is refused with what it lacks. */
export function checkOidc(given: Given, context: z.core.$RefinementCtx): void {
  const lack = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  if (!isWanted(given)) return;
  const missing = needed.filter((name) => given[name] === undefined);
  if (missing.length > 0)
    lack(missing.join(', '), `OpenID Connect needs all of ${needed.join(', ')}; set them, or no OIDC_ setting at all`);
  else if (!redirectUrlOf(given)) lack('OIDC_REDIRECT_URL', callback);
}

/** Null when nothing is configured. `given` has been checked. */
export function oidcOf(given: Given): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  const redirectUrl = redirectUrlOf(given);
  if (!issuer || !clientId || !clientSecret || !redirectUrl) return null;
  return {
    issuer: new URL(issuer),
    clientId,
    clientSecret,
    redirectUrl,
    label: given.OIDC_LABEL ?? '统一身份认证',
    usernameClaim: given.OIDC_USERNAME_CLAIM ?? 'preferred_username',
    linkByUsername: given.OIDC_LINK_BY_USERNAME ?? false,
  };
}

const isWanted = (given: Given): boolean =>
  Object.keys(oidcFields).some((name) => given[name as keyof typeof oidcFields] !== undefined);

/** On loopback people call us by the address we listen on; a port of chance is known to nobody beforehand. */
function redirectUrlOf({ OIDC_REDIRECT_URL: told, HOST: host, PORT: port }: Given): string | null {
  if (told) return told;
  if (!isLoopback(host) || port === 0) return null;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}${callbackPath}`;
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return isTlsOrLoopback(url) && url.username === '' && url.search === '' && url.hash === '';
}

function isCallback(text: string): boolean {
  return isIssuer(text) && new URL(text).pathname === callbackPath;
}

/** Whether nobody between us and the address can listen in. */
const isTlsOrLoopback = (url: URL): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackUrl(url));

/** IPv6 addresses stand in brackets. */
export const isLoopbackUrl = ({ hostname }: URL): boolean => isLoopback(hostname.replace(/^\[|\]$/g, ''));
