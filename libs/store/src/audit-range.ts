import { auditTicket, type BrokenLink } from './audit-ticket';
import { daysWritten, type DaysWritten } from './days-written';
import { readAudited, type AuditedTicket, type IdRange } from './read-audited';
import type { Database } from './database';
import type { KeyRing } from './key-ring';

/** A ticket whose history does not hold, by its first broken link. Nothing in it is personal. */
export interface BrokenTicket extends BrokenLink {
  readonly ticketId: string;
  /** As its registration or the ticket gives it; null when neither is left. */
  readonly number: string | null;
  /** What the line says happened, and when; null when the line itself is missing. */
  readonly line: { readonly name: string; readonly at: string } | null;
}

/** What was found of a range of tickets. */
export interface RangeVerdict {
  readonly tickets: number;
  readonly lines: number;
  readonly anchoredHeads: number;
  /** Tickets of which nobody can tell any more whether title and content are those that were registered. */
  readonly untoldTexts: number;
  readonly broken: readonly BrokenTicket[];
  /** On which days anchored chains went on. */
  readonly days: DaysWritten;
}

/** Verifies all tickets with ids in a range as one snapshot shows them; a running house may go on beside it. */
export async function auditRange(database: Database, keys: KeyRing, range: IdRange): Promise<RangeVerdict> {
  const audited = await database.transaction(async (sql) => {
    await sql.query(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`);
    return readAudited(sql, keys, range);
  });
  const verdicts = audited.map((ticket) => ({ ticket, verdict: auditTicket(keys, ticket) }));
  return {
    tickets: audited.length,
    lines: audited.reduce((sum, { lines }) => sum + lines.length, 0),
    anchoredHeads: audited.reduce((sum, { anchored }) => sum + anchored.length, 0),
    untoldTexts: verdicts.filter(({ verdict }) => !verdict.textTold).length,
    days: daysWritten(audited),
    broken: verdicts.flatMap(({ ticket, verdict }) => (verdict.broken ? brokenTicket(ticket, verdict.broken) : [])),
  };
}

function brokenTicket({ id, standing, lines }: AuditedTicket, { seq, fault }: BrokenLink): BrokenTicket {
  const line = lines.find((each) => each.seq === seq);
  const registered = lines[0]?.data.number;
  return {
    ticketId: id,
    number: typeof registered === 'string' ? registered : (standing?.number ?? null),
    line: line ? { name: line.name, at: line.at.toISOString() } : null,
    seq,
    fault,
  };
}
