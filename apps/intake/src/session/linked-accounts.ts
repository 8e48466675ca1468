import { Inject, Injectable } from '@nestjs/common';
import { usernameForm } from '#http-api/username';
import { Database } from '#store/database';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import type { SignedIn } from '#platform/sign-in';
import type { OutsidePerson } from './identity-provider';
import { linkAccount } from './link-account';
import { SignInRefused } from './sign-in-refused';
import { UserStore } from '../users/user-store';

interface AccountRow extends Pick<SignedIn, 'id' | 'username'> {
  [column: string]: unknown;
  disabled: boolean;
}

/** Whose account it is that somebody at the provider uses here. Accounts and their roles are made here only. */
@Injectable()
export class LinkedAccounts {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws SignInRefused `no-account`, `disabled` */
  async accountOf(person: OutsidePerson): Promise<SignedIn> {
    const linked = await this.find('external_subject = $1', person.subject);
    if (linked) return enabled(linked, person);
    if (!this.settings.oidc?.linkByUsername) throw new SignInRefused('no-account');
    return this.linkByUsername(person);
  }

  private async linkByUsername(person: OutsidePerson): Promise<SignedIn> {
    const username = await person.username();
    const named = username && (await this.find('username = $1', usernameForm(username)));
    if (!named) throw new SignInRefused('no-account');
    const account = enabled(named, person);
    await this.users.change(account.id, 'link', account, async (sql, before) => {
      // Somebody else's already; it may be the same one's by now, from another window.
      if (![null, person.subject].includes(before.externalSubject)) throw new SignInRefused('no-account');
      await linkAccount(sql, before, person.subject);
    });
    return account;
  }

  private find(condition: string, value: string): Promise<AccountRow | undefined> {
    return this.database.sql.one<AccountRow>(
      `SELECT id, username, disabled_at IS NOT NULL AS disabled FROM ticket.account WHERE ${condition}`,
      [value],
    );
  }
}

function enabled({ id, username, disabled }: AccountRow, { subject }: OutsidePerson): SignedIn {
  if (disabled) throw new SignInRefused('disabled');
  return { id, username, shown: { by: 'external_subject', value: subject } };
}
