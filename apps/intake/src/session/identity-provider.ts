import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type ClientAuth,
  type Configuration,
} from 'openid-client';
import { isLoopbackUrl, type OidcSettings } from '#platform/oidc-settings';
import { Refusal } from '#platform/problems';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import type { OidcTransaction } from './oidc-transactions';
import { faultCodes, problemOfFault } from './provider-fault';
import { SignInRefused } from './sign-in-refused';

/** Somebody whom the provider has vouched for. */
export interface OutsidePerson {
  /** Its issuer and what it calls them, with a space between: no address has one in it. */
  readonly subject: string;
  /** What it says of their username; asked for only where it matters. @throws SignInRefused */
  username(): Promise<string | null>;
}

/** One answer of the provider; whoever signs in waits for three at most. */
const timeoutSeconds = 5;

/** The provider of OpenID Connect. It may be down when we start, so it is looked for when somebody first needs it. */
@Injectable()
export class IdentityProvider {
  private readonly log = new Logger(IdentityProvider.name);
  private found: Promise<Configuration> | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Where somebody shows who they are. @throws SignInRefused `provider-down`, Refusal when none is configured */
  async addressFor({ state, nonce, verifier }: OidcTransaction): Promise<string> {
    const { redirectUrl, linkByUsername, usernameClaim } = this.oidc();
    const address = buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: redirectUrl,
      scope: linkByUsername ? scopeOf(usernameClaim) : 'openid',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      // Desks are shared, and signing out ends our session only: the next one must not come in as the one before.
      prompt: 'login',
    });
    return address.href;
  }

  /** Who the provider says has come back with this query, such as `?code=…&state=…`. @throws SignInRefused, Refusal */
  async personOf(query: string, { state, nonce, verifier }: OidcTransaction): Promise<OutsidePerson> {
    const address = new URL(this.oidc().redirectUrl);
    address.search = query;
    const configuration = await this.configuration();
    const expected = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
    const tokens = await this.heard('sign-in', authorizationCodeGrant(configuration, address, expected));
    const claims = tokens.claims();
    if (!claims) throw new SignInRefused('refused');
    const { sub } = claims;
    const { usernameClaim } = this.oidc();
    const username = async (): Promise<string | null> => {
      if (claims[usernameClaim] !== undefined) return textOf(claims[usernameClaim]);
      const told = await this.heard('user info', fetchUserInfo(configuration, tokens.access_token, sub));
      return textOf(told[usernameClaim]);
    };
    return { subject: `${claims.iss} ${sub}`, username };
  }

  private oidc(): OidcSettings {
    if (!this.settings.oidc) throw new Refusal('not-found', '没有启用统一身份认证');
    return this.settings.oidc;
  }

  /** Asked for once by all who need it at that time, and again by the next one when it failed. */
  private configuration(): Promise<Configuration> {
    const oidc = this.oidc();
    this.found ??= discover(oidc).catch((fault: unknown) => {
      this.found = undefined;
      this.log.warn(`discovery: ${faultCodes(fault)}`);
      throw new SignInRefused('provider-down');
    });
    return this.found;
  }

  private heard<Answer>(what: string, answer: Promise<Answer>): Promise<Answer> {
    return answer.catch((fault: unknown) => {
      this.log.warn(`${what}: ${faultCodes(fault)}`);
      throw new SignInRefused(problemOfFault(fault));
    });
  }
}

/** What it tells has to be signed, although the connection is ours alone. Without TLS it is on this machine. */
function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  // Marked as deprecated to make it stand out, not because it will go.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const unprotected = isLoopbackUrl(issuer) ? [allowInsecureRequests] : [];
  return discovery(issuer, clientId, undefined, authenticationBy(clientSecret), {
    timeout: timeoutSeconds,
    execute: [enableNonRepudiationChecks, ...unprotected],
  });
}

/** As the provider wants it; one that says nothing wants it in the header (OpenID Connect Discovery 1.0, 3). */
const authenticationBy = (secret: string): ClientAuth => {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = server;
    return (methods.includes('client_secret_basic') ? basic : post)(server, client, body, headers);
  };
};

/** The scope that a claim belongs to (OpenID Connect Core 1.0, 5.4). */
const scopeOf = (claim: string): string => `openid profile${claim === 'email' ? ' email' : ''}`;

const textOf = (claim: unknown): string | null => (typeof claim === 'string' ? claim : null);
