import { setImmediate } from 'node:timers/promises';
import { latenessFactorNames, latenessLevels, type LatenessLevels } from '#ticket/lateness';
import type { Cell } from './fit-lateness';

/** A department's part as history leaves it; instants in milliseconds. */
export interface PastPart {
  readonly departmentId: string;
  readonly rootCategory: string | null;
  readonly dispatchedAt: number;
  readonly dueAt: number;
  /** When the answer that stands was given; null while there is none. */
  readonly answeredAt: number | null;
  /** When it was taken away or given back; null otherwise. */
  readonly endedAt: number | null;
}

/**
 * Shares of its time at which a part is looked at, within each band: only parts that are open then are counted, and as it
 * begins each is.
 */
const looks = [0, 0.1, 0.3, 0.5, 0.68, 0.82, 0.95] as const;

/** Parts read before whoever waits for this process has a turn: some milliseconds of them. */
const atOnce = 250;

/**
 * What was known of past parts while they were open, and whether they were late. Those whose end nobody knows yet are left
 * out. A year of a large city takes half a minute, in which the process goes on answering.
 */
export async function pastCells(parts: readonly PastPart[], desks: Desks, now: number): Promise<Cell[]> {
  const cells = new Map<string, { levels: LatenessLevels; parts: number; late: number }>();
  for (const [index, part] of parts.entries()) {
    if (index % atOnce === 0) await setImmediate();
    const late = wasLate(part, now);
    if (late === null) continue;
    for (const elapsed of looks) {
      const at = part.dispatchedAt + (part.dueAt - part.dispatchedAt) * elapsed;
      if ((part.answeredAt ?? Infinity) < at) break;
      const levels = latenessLevels({ ...part, ...desks.at(part.departmentId, at), elapsed });
      const key = latenessFactorNames.map((factor) => levels[factor]).join('\n');
      const cell = cells.get(key) ?? { levels, parts: 0, late: 0 };
      cell.parts += 1;
      if (late) cell.late += 1;
      cells.set(key, cell);
    }
  }
  return [...cells.values()];
}

/** Null for one that was taken away, or may still be in time. */
function wasLate({ answeredAt, endedAt, dueAt }: PastPart, now: number): boolean | null {
  if (answeredAt !== null) return answeredAt > dueAt;
  return endedAt !== null || dueAt > now ? null : true;
}

const weekMs = 7 * 86_400_000;
/** What is usual is the mean of as many weeks. */
const usualWeeks = 12;

/** How much lay on each department's desk at any past moment. */
export class Desks {
  private readonly desks = new Map<string, { readonly begun: Float64Array; readonly ended: Float64Array }>();

  constructor(parts: readonly PastPart[]) {
    const byDepartment = new Map<string, PastPart[]>();
    for (const part of parts) {
      const own = byDepartment.get(part.departmentId) ?? [];
      own.push(part);
      byDepartment.set(part.departmentId, own);
    }
    for (const [department, own] of byDepartment) {
      const ends = own.map(({ answeredAt, endedAt }) => answeredAt ?? endedAt ?? Infinity);
      this.desks.set(department, {
        begun: Float64Array.from(own.map(({ dispatchedAt }) => dispatchedAt)).sort(),
        ended: Float64Array.from(ends).sort(),
      });
    }
  }

  at(departmentId: string, at: number): { openParts: number; usualParts: number } {
    return { openParts: this.open(departmentId, at), usualParts: this.usual(departmentId, at) };
  }

  usual(departmentId: string, at: number): number {
    let sum = 0;
    for (let week = 1; week <= usualWeeks; week += 1) sum += this.open(departmentId, at - week * weekMs);
    return sum / usualWeeks;
  }

  departments(): string[] {
    return [...this.desks.keys()];
  }

  private open(departmentId: string, at: number): number {
    const desk = this.desks.get(departmentId);
    return desk ? upTo(desk.begun, at) - upTo(desk.ended, at) : 0;
  }
}

/** How many of these sorted instants are not after `at`. */
function upTo(sorted: Float64Array, at: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
