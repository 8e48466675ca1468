import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';

/** Wrong passwords after which each further one makes the next wait longer. */
const free = 4;
/** The first wait, doubled by each further wrong password up to the longest: a stranger never locks anybody out for good. */
const [firstWaitSeconds, longestWaitSeconds] = [30, 900];
/** Wrong passwords are forgotten after that long, and devices after not being used that long. */
const [forgetFailuresHours, forgetDevicesDays] = [24, 180];

/** What a strange device is called: all of them together are one. */
const strange = Buffer.alloc(0);

/** What became of an attempt. */
interface Counted {
  /** Nothing was counted, and nothing may be verified, before then; null when this one may go on. */
  readonly refusedUntil: Date | null;
  /** Whether this is the attempt that makes the next one wait, after which nobody had to until now. */
  readonly isFirstWait: boolean;
}

interface Account {
  readonly id: string;
  readonly username: string;
}

/**
 * Slows down whoever guesses passwords, by account and never by address: a call centre shares one. A device from which
 * the account has signed in before is counted by itself, so that strangers who guess keep only strangers out.
 */
@Injectable()
export class SignInGate {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts an attempt to sign in as a wrong one before anything is verified, so that a hundred at once count as a hundred. */
  async enter(username: string, device: string | null): Promise<Counted> {
    return this.count([subjectOf({ username }), await this.deviceFor(username, device)]);
  }

  /** Counts somebody's attempt to say their own password again, from wherever they are signed in. */
  async confirm(accountId: string): Promise<Counted> {
    return this.count([subjectOf({ id: accountId }), strange]);
  }

  /** The password was said again, and was right. */
  async confirmed(accountId: string): Promise<void> {
    await this.forget([subjectOf({ id: accountId })]);
  }

  /** The password was right: nothing is held against this device any more, and it is known from now on. */
  async welcome(account: Account, device: string): Promise<void> {
    const subject = subjectOf({ username: account.username });
    // What strangers tried stays counted against strangers, unless this was one until now.
    const used = await this.deviceFor(account.username, device);
    await this.database.sql.query(`DELETE FROM ticket.sign_in_failure WHERE subject = $1 AND device = $2`, [
      subject,
      used,
    ]);
    await this.database.sql.query(
      `INSERT INTO ticket.known_device (account_id, device, last_at) VALUES ($1, $2, $3)
       ON CONFLICT (account_id, device) DO UPDATE SET last_at = EXCLUDED.last_at`,
      [account.id, digest(device), this.clock.now()],
    );
  }

  /** Forgets what was tried, from wherever: at the login page and within a session. */
  async unlock(account: Account): Promise<void> {
    await this.forget(subjectsOf(account));
  }

  /** By their ids, those who have to wait when they sign in at a strange device or say their password again, and until when. */
  async waits(accounts: readonly Account[]): Promise<ReadonlyMap<string, Date>> {
    const holders = new Map(accounts.flatMap((each) => subjectsOf(each).map((subject) => [hex(subject), each.id])));
    const rows = await this.database.sql.query<{ subject: Buffer; until: Date }>(
      `SELECT subject, blocked_until AS until FROM ticket.sign_in_failure
       WHERE subject = ANY($1::bytea[]) AND device = $2 AND blocked_until > $3 ORDER BY blocked_until`,
      [accounts.flatMap(subjectsOf), strange, this.clock.now()],
    );
    return new Map(rows.map(({ subject, until }) => [holders.get(hex(subject)) ?? '', until]));
  }

  async prune(): Promise<void> {
    const now = this.clock.now();
    await this.database.sql.query(
      `DELETE FROM ticket.sign_in_failure WHERE last_at < $1::timestamptz - interval '${forgetFailuresHours} hours'`,
      [now],
    );
    await this.database.sql.query(
      `DELETE FROM ticket.known_device WHERE last_at < $1::timestamptz - interval '${forgetDevicesDays} days'`,
      [now],
    );
  }

  private async deviceFor(username: string, device: string | null): Promise<Buffer> {
    if (!device) return strange;
    const known = await this.database.sql.one(
      `SELECT 1 FROM ticket.known_device d JOIN ticket.account a ON a.id = d.account_id
       WHERE a.username = $1 AND d.device = $2`,
      [username, digest(device)],
    );
    return known ? digest(device) : strange;
  }

  private async count(key: readonly [subject: Buffer, device: Buffer]): Promise<Counted> {
    const counted = await this.database.sql.one<{ failures: number }>(countAttempt, [...key, this.clock.now()]);
    if (counted) return { refusedUntil: null, isFirstWait: counted.failures === free + 1 };
    return { refusedUntil: await this.blockedUntil(key), isFirstWait: false };
  }

  private async forget(subjects: readonly Buffer[]): Promise<void> {
    await this.database.sql.query(`DELETE FROM ticket.sign_in_failure WHERE subject = ANY($1::bytea[])`, [subjects]);
  }

  private async blockedUntil(key: readonly unknown[]): Promise<Date | null> {
    const row = await this.database.sql.one<{ until: Date | null }>(
      `SELECT blocked_until AS until FROM ticket.sign_in_failure WHERE subject = $1 AND device = $2`,
      [...key],
    );
    return row?.until ?? null;
  }
}

/** Nothing is counted, and no row answered, while attempts have to wait. */
const countAttempt = `
INSERT INTO ticket.sign_in_failure AS known (subject, device, failures, last_at) VALUES ($1, $2, 1, $3)
ON CONFLICT (subject, device) DO UPDATE SET
  failures = CASE WHEN known.last_at < $3::timestamptz - interval '${forgetFailuresHours} hours' THEN 1 ELSE known.failures + 1 END,
  blocked_until = CASE WHEN known.failures >= ${free} AND known.last_at >= $3::timestamptz - interval '${forgetFailuresHours} hours'
    THEN $3::timestamptz + make_interval(secs => least(${longestWaitSeconds}, ${firstWaitSeconds} * 2 ^ least(known.failures - ${free}, 16))) END,
  last_at = $3
WHERE known.blocked_until IS NULL OR known.blocked_until <= $3
RETURNING failures`;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const hex = (subject: Buffer): string => subject.toString('hex');

/**
 * Whose attempts are counted together: those by a name at the login page, or those within an account's sessions. No name
 * can be the other kind. Names are people's, so the table keeps digests, also of names that nobody has.
 */
const subjectOf = (whose: { username: string } | { id: string }): Buffer =>
  digest(JSON.stringify('username' in whose ? ['username', whose.username] : ['account', whose.id]));

const subjectsOf = ({ id, username }: Account): Buffer[] => [subjectOf({ username }), subjectOf({ id })];
