/** How often operations of one class may be asked for. */
export interface LimitRow {
  /** Signed-in people and other systems are counted by account alone: a call centre shares one address. Everybody else by address alone. */
  readonly by: 'account' | 'address';
  readonly requests: number;
  readonly perSeconds: number;
  /** Requests that a process fetches at once and then lets through by itself. With 1 all processes together count exactly. */
  readonly batch: number;
  readonly what: string;
}

const [minute, hour] = [60, 3_600];

/**
 * Every class of requests. Work by hand meets none of them. What a process holds is at most three hundredths of an
 * allowance (docs/adr/0016-limits-and-codes.md), and what is rare or open to anyone is counted exactly.
 */
export const limits = {
  read: { by: 'account', requests: 6_000, perSeconds: minute, batch: 120, what: 'whatever changes nothing' },
  // Another system, or a replay, writes as one account at some sixty a second.
  write: { by: 'account', requests: 6_000, perSeconds: minute, batch: 120, what: 'whatever changes something' },
  search: { by: 'account', requests: 1_200, perSeconds: minute, batch: 24, what: 'searches and suggestions' },
  report: { by: 'account', requests: 120, perSeconds: minute, batch: 1, what: 'reports and exports' },
  // An agent takes some thirty calls an hour. Who may only see the last digits must not find the others by trying.
  caller: { by: 'account', requests: 1_200, perSeconds: hour, batch: 1, what: 'looking a caller up by number' },
  reveal: { by: 'account', requests: 120, perSeconds: hour, batch: 1, what: 'looking up a contact' },
  // A city's platform hands over what came in the night at once; beyond, it is told to wait and sends again.
  channel: { by: 'account', requests: 1_200, perSeconds: minute, batch: 24, what: 'messages of another system' },
  // At eight o'clock two hundred agents open the login page and sign in, from one address.
  'sign-in': { by: 'address', requests: 600, perSeconds: minute, batch: 1, what: 'signing in, and the login page' },
  public: { by: 'address', requests: 60, perSeconds: minute, batch: 1, what: 'what is open to anyone' },
  // A city's apps and maps read through one server of theirs.
  'geo-report': { by: 'address', requests: 600, perSeconds: minute, batch: 1, what: 'what Open311 tells anyone' },
  // A gateway tells of hundreds at once, and is told to wait beyond.
  'message-report': {
    by: 'address',
    requests: 600,
    perSeconds: minute,
    batch: 1,
    what: 'what a gateway tells of messages',
  },
  // Not of a route but of a caller: the pages of those two hundred ask some questions each before they learn of it.
  unauthenticated: { by: 'address', requests: 3_000, perSeconds: minute, batch: 60, what: 'asking without a session' },
} as const satisfies Record<string, LimitRow>;

export type LimitName = keyof typeof limits;
export const limitNames = Object.keys(limits) as LimitName[];
export const limitRow = (name: LimitName): LimitRow => limits[name];

/** What somebody reads who has asked too often. */
export const waitWords = (seconds: number): string => `操作过于频繁，请 ${seconds} 秒后再试`;
