import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { decrypt, encrypt } from '#store/aes-gcm';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { useOnce } from '#store/idempotency';
import { KeyRing } from '#store/key-ring';
import { SETTINGS } from '#platform/resources';
import { setTransactionCookie, transactionCookieOf } from '#platform/session-cookies';
import type { Settings } from '#platform/settings';
import { SignInRefused } from './sign-in-refused';

/** What of a sign-in waits while somebody is at the provider. */
export interface OidcTransaction {
  /** Three random texts: the provider sends back the first, signs the second, and has been told a digest of the third. */
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  /** What this browser is known by: it does not say so again when another site sends it here. */
  readonly device: string | null;
}

type Kept = OidcTransaction & { readonly endsAt: number };

/** How long somebody may take at the provider. */
const lastsSeconds = 600;

/** Sign-ins under way: each is kept by the browser it began in, encrypted, for ten minutes, and is used once. */
@Injectable()
export class OidcTransactions {
  constructor(
    private readonly keys: KeyRing,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  keep(transaction: OidcTransaction, reply: FastifyReply): void {
    const kept: Kept = { ...transaction, endsAt: this.clock.now().getTime() + lastsSeconds * 1_000 };
    const sealed = encrypt(this.key(), Buffer.from(JSON.stringify(kept))).toString('base64url');
    setTransactionCookie(reply, this.settings, sealed, lastsSeconds);
  }

  /** The one of this browser, which is over with it. @throws SignInRefused `stale` when this is not its answer */
  async take(state: string | undefined, reply: FastifyReply): Promise<OidcTransaction> {
    const kept = this.opened(transactionCookieOf(reply.request));
    setTransactionCookie(reply, this.settings, '', 0);
    const now = this.clock.now();
    if (!kept || kept.state !== state || kept.endsAt <= now.getTime()) throw new SignInRefused('stale');
    const name = this.keys.digest('sign-in-transaction', `used ${kept.state}`).toString('base64url');
    if (!(await useOnce(this.database.sql, name, now))) throw new SignInRefused('stale');
    return kept;
  }

  private opened(cookie: string | null): Kept | null {
    if (!cookie) return null;
    try {
      return JSON.parse(decrypt(this.key(), Buffer.from(cookie, 'base64url')).toString()) as Kept;
    } catch {
      return null;
    }
  }

  private key(): Buffer {
    return this.keys.digest('sign-in-transaction', 'cookie');
  }
}
