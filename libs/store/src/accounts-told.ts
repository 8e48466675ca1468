import type { AdminEvent } from './admin-chain';
import { isSameValue } from './same-value';

/** An account, as far as administrative events tell it: who may do what. Its password stands in none. */
export interface AccountFacts {
  readonly name: string;
  readonly roles: readonly string[];
  readonly departmentId: string | null;
  readonly disabledAt: Date | string | null;
  readonly externalSubject: string | null;
}

export interface KeptAccount extends AccountFacts {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly demo: boolean;
}

/** What each is called when it is another than was told. */
const called: Readonly<Record<keyof AccountFacts, string>> = {
  name: 'name is another',
  roles: 'roles are others',
  departmentId: 'department is another',
  disabledAt: 'time of leaving is another',
  externalSubject: 'identity elsewhere is another',
};
const facts = Object.keys(called) as (keyof AccountFacts)[];

/** An account that is not as its administrative events left it. */
export interface UnlikeAccount {
  readonly id: string;
  readonly fault: string;
}

/** What an event told last of each fact of one account. */
type Told = Partial<Record<keyof AccountFacts, { readonly value: unknown; readonly seq: number }>>;

/**
 * Accounts that are not as events left them, that are gone, or that nobody recorded. Demo accounts are made by the program
 * and told once somebody changes them; a production system does not start with any.
 */
export function unlikeAccounts(events: readonly AdminEvent[], accounts: readonly KeptAccount[]): UnlikeAccount[] {
  const told = accountsTold(events);
  const kept = new Map(accounts.map((account) => [account.id, account]));
  const ids = [...new Set([...told.keys(), ...kept.keys()])].sort();
  return ids.flatMap((id) => {
    const fault = faultOf(told.get(id), kept.get(id));
    return fault ? [{ id, fault }] : [];
  });
}

function faultOf(known: Told | undefined, account: KeptAccount | undefined): string | null {
  if (!account) return 'its row is missing';
  if (!known) return account.demo ? null : 'no administrative event tells of it';
  const unlike = facts.find((fact) => known[fact] && !isSameValue(known[fact].value, account[fact]));
  return unlike ? `its ${called[unlike]} than administrative event ${known[unlike]?.seq} left` : null;
}

function accountsTold(events: readonly AdminEvent[]): Map<string, Told> {
  const accounts = new Map<string, Told>();
  for (const { subject, subjectId, after, seq } of events) {
    if (subject !== 'account' || !after) continue;
    const known = accounts.get(subjectId) ?? {};
    for (const fact of facts) if (fact in after) known[fact] = { value: (after as AccountFacts)[fact], seq };
    accounts.set(subjectId, known);
  }
  return accounts;
}
