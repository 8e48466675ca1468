import type { PaperFormula } from '#documents/paper';
import type { Sql } from '#store/sql';
import { period as instantsOf, type Period } from '../period';
import { rate } from '../rate';

/** Calls as the call platform told of them. */
const measures = { cameIn: 'came_in', rang: 'rang', answered: 'answered', inTime: 'answered_in_15_seconds' } as const;
export type CallCounts = Record<keyof typeof measures, number>;

const formulas = {
  callAnsweredRate: { label: '接通率', numerator: 'answered', denominator: 'cameIn' },
  answeredInTimeRate: { label: '15秒应答率', numerator: 'inTime', denominator: 'rang' },
} as const;
export type CallRateName = keyof typeof formulas;
export const callRates = Object.entries(formulas).map(([name, { label }]) => ({ name: name as CallRateName, label }));

const words: Record<keyof CallCounts, string> = {
  cameIn: '呼入量',
  rang: '报来振铃时间的来电',
  answered: '接通的来电',
  inTime: '振铃后15秒内接通的来电',
};

/** 口径 of both rates. */
export const callFormulas: readonly PaperFormula[] = callRates.map(({ name, label }) => ({
  ...{ name, version: 1, label },
  ...{ numerator: words[formulas[name].numerator], denominator: words[formulas[name].denominator] },
  ...{ population: '期内话务平台报来的来电', dateBasis: '来电时间' },
}));

/** What was called in a period; nothing where no call platform tells. */
export async function readCalls(sql: Sql, asked: Period): Promise<CallCounts> {
  const columns = Object.entries(measures).map(([name, column]) => `coalesce(sum(${column}), 0)::int AS "${name}"`);
  const row = await sql.one<CallCounts>(
    `SELECT ${columns.join()} FROM ticket.call_figure WHERE first_at >= $1 AND first_at < $2`,
    instantsOf(asked),
  );
  return row ?? { cameIn: 0, rang: 0, answered: 0, inTime: 0 };
}

export const callRate = (name: CallRateName, counts: CallCounts) => rate(formulas[name], counts);
