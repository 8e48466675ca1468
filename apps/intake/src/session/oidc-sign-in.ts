import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { deviceCookieOf } from '#platform/session-cookies';
import { IdentityProvider } from './identity-provider';
import { LinkedAccounts } from './linked-accounts';
import { OidcTransactions } from './oidc-transactions';
import { SignInRefused } from './sign-in-refused';
import { SigningIn } from './signing-in';

/** Signing in at the identity provider: there and back, by the authorization code flow with PKCE. */
@Injectable()
export class OidcSignIn {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly transactions: OidcTransactions,
    private readonly accounts: LinkedAccounts,
    private readonly signingIn: SigningIn,
  ) {}

  /** Answers where the browser goes to. @throws SignInRefused */
  async begin(returnTo: string, reply: FastifyReply): Promise<string> {
    const transaction = {
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
      returnTo,
      device: deviceCookieOf(reply.request),
    };
    const address = await this.provider.addressFor(transaction);
    this.transactions.keep(transaction, reply);
    return address;
  }

  /** Begins a session for whom the provider has vouched for. Answers the page they came from. @throws SignInRefused */
  async finish(state: string | undefined, reply: FastifyReply): Promise<string> {
    const transaction = await this.transactions.take(state, reply);
    const person = await this.provider.personOf(queryOf(reply), transaction);
    const begun = await this.signingIn.begin(await this.accounts.accountOf(person), reply, transaction.device);
    // Disabled, or linked to somebody else, in between.
    if (!begun) throw new SignInRefused('stale');
    return transaction.returnTo;
  }
}

/** As it came: what is signed or compared must not be read and written again. */
const queryOf = ({ request }: FastifyReply): string => request.url.slice(request.url.indexOf('?'));
