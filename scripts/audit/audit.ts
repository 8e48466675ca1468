import type { RangeVerdict } from '#store/audit-range';
import type { FileStore } from '#intake/attachments/file-store';
import type { IdRange } from '#store/read-audited';
import type { Store } from '../seed/store';
import { allDays, type DaysWritten } from '#store/days-written';
import { accountBreaks } from './account-breaks';
import { adminDays } from './admin-days';
import { anchorBreaks } from './anchor-breaks';
import { attachmentBreaks } from './attachment-breaks';
import { breakOf, type Break } from './break';
import { dutyBreaks } from './duty-breaks';
import { fileBreaks } from './file-breaks';
import { houseChainBreaks } from './house-chain-breaks';
import { missingAnchors } from './missing-anchors';
import { readRanges } from './ranges';

/** How much was verified, and every break that was found: those of tickets in the order of their registration first. */
export interface Audited {
  readonly tickets: number;
  readonly lines: number;
  readonly anchoredHeads: number;
  readonly untoldTexts: number;
  readonly anchors: number;
  /** Null when no exported files were to be compared. */
  readonly files: number | null;
  /** Null when no attachments were to be read. */
  readonly attachments: number | null;
  readonly breaks: readonly Break[];
}

/** Verifies ranges of tickets, and tells each verdict as it comes. */
export type VerifyTickets = (ranges: readonly IdRange[], tell: (verdict: RangeVerdict) => void) => Promise<void>;

interface Asked {
  readonly verifyTickets: VerifyTickets;
  /** Where exported anchors lie. */
  readonly anchors: string | undefined;
  /** Where attachments lie, if they are to be read. */
  readonly store?: FileStore | undefined;
}

/** Verifies everything that is chained and anchored. @throws Usage when no exported anchors lie where they are said to. */
export async function audit({ database, keys, clock }: Store, asked: Asked): Promise<Audited> {
  const { sql } = database;
  const attachments = asked.store ? await attachmentBreaks(sql, asked.store) : null;
  const files = asked.anchors === undefined ? null : await fileBreaks(sql, asked.anchors);
  const verdicts: RangeVerdict[] = [];
  const walking = asked.verifyTickets(await readRanges(sql), (verdict) => void verdicts.push(verdict));
  const written = walking.then(() => allDays(verdicts.map(({ days }) => days)));
  const beside = await breaksBeside({ database, keys, clock }, written);
  const broken = verdicts.flatMap((verdict) => verdict.broken);
  broken.sort((left, right) => (left.ticketId < right.ticketId ? -1 : 1));
  const sum = (of: (verdict: RangeVerdict) => number) => verdicts.reduce((total, verdict) => total + of(verdict), 0);
  return {
    tickets: sum(({ tickets }) => tickets),
    lines: sum(({ lines }) => lines),
    anchoredHeads: sum(({ anchoredHeads }) => anchoredHeads),
    untoldTexts: sum(({ untoldTexts }) => untoldTexts),
    anchors: beside.anchors,
    files: files?.files ?? null,
    attachments: attachments?.attachments ?? null,
    breaks: [...broken.map(breakOf), ...beside.breaks, ...(files?.breaks ?? []), ...(attachments?.breaks ?? [])],
  };
}

/** What is wrong with everything but tickets and files: events, accounts, papers of the shifts, anchors. */
async function breaksBeside(
  { database, keys, clock }: Store,
  written: Promise<DaysWritten>,
): Promise<{ anchors: number; breaks: Break[] }> {
  const { sql } = database;
  const verifying = [anchorBreaks(sql, keys), houseChainBreaks(sql), adminDays(sql)] as const;
  const [{ days, breaks }, house, told] = await Promise.all(verifying);
  const missing = missingAnchors(days, allDays([told, await written]), clock.now());
  // Only events that hold say what accounts and papers have to be.
  const rows = house.length > 0 ? [] : [...(await accountBreaks(database)), ...(await dutyBreaks(database, keys))];
  return { anchors: days.length, breaks: [...house, ...rows, ...breaks, ...missing] };
}
