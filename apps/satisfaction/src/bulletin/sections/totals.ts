import type { PaperCells, PaperRate } from '#documents/paper';
import type { Report } from '../../report-asked';
import { comparedPeriod } from '../../compared-period';
import type { Period } from '../../period';
import { growth, pointsBetween } from '../../growth';
import { change, column, table, type BulletinContext, type SectionMaker } from '../bulletin-section';
import { callFormulas, callRate, callRates, type CallCounts } from '../call-figures';

const counts = ['received', 'answeredOnCall', 'dispatched', 'handled', 'closed', 'rated', 'satisfied', 'dissatisfied'];
const shownRates = [
  ...['handledRate', 'answeredOnCallRate', 'satisfactionRateA', 'participationRate', 'satisfactionRateB'],
  ...[
    'satisfactionRateC',
    'satisfactionRateD',
    'solvedRate',
    'solvedByUnitRate',
    'contactedRate',
    'callSatisfactionRate',
  ],
];

/** The same of a period, of those it is compared with, and of its year so far. */
interface Compared<Value> {
  readonly now: Value;
  readonly before: Value;
  readonly lastYear: Value;
  readonly toDate: Value;
}

async function compared<Value>(now: Period, of: (period: Period) => Promise<Value>): Promise<Compared<Value>> {
  const year = { from: `${now.from.slice(0, 4)}-01-01`, to: now.to };
  const [before, lastYear] = [comparedPeriod(now, 'previous'), comparedPeriod(now, 'last-year')];
  return { now: await of(now), before: await of(before), lastYear: await of(lastYear), toDate: await of(year) };
}

const each = <From, To>({ now, before, lastYear, toDate }: Compared<From>, of: (value: From) => To): Compared<To> => ({
  ...{ now: of(now), before: of(before), lastYear: of(lastYear), toDate: of(toDate) },
});

/** All known as of the same instant. */
const overviews = ({ period, report }: BulletinContext): Promise<Compared<Report>> =>
  compared(period, (asked) => report({ name: 'overview', by: 'month', ...asked }));

/** Null where the call platform has told of no call at all. */
async function called({ period, calls }: BulletinContext): Promise<Compared<CallCounts> | null> {
  const counts = await compared(period, ({ from, to }) => calls({ from, to }));
  return Object.values(counts).some(({ cameIn }) => cameIn > 0) ? counts : null;
}

const labelOf = ({ columns }: Report, key: string): string =>
  columns.find((column) => column.key === key)?.label ?? key;

const head = (kind: 'count' | 'rate', changed: 'change' | 'points') => [
  column('name', '指标', 'label'),
  column('now', '本期', kind),
  column('before', '上期', kind),
  change('change', '环比', { now: 'now', before: 'before' }, changed),
  column('lastYear', '去年同期', kind),
  change('yearChange', '同比', { now: 'now', before: 'lastYear' }, changed),
  column('toDate', '年累计', kind),
];

const countRow = (name: string, counts: Compared<number>): PaperCells => ({
  ...{ name, ...counts },
  ...{ change: growth(counts.now, counts.before), yearChange: growth(counts.now, counts.lastYear) },
});

const rateRow = (name: string, rates: Compared<PaperRate>): PaperCells => ({
  ...{ name, ...rates },
  change: pointsBetween(rates.now.value, rates.before.value),
  yearChange: pointsBetween(rates.now.value, rates.lastYear.value),
});

/** 一、总体情况: the numbers. */
export const totals: SectionMaker = async (context) => {
  const [told, calls] = [await overviews(context), await called(context)];
  const rows = counts.map((key) => ({
    $key: key,
    ...countRow(
      labelOf(told.now, key),
      each(told, ({ totals: of }) => Number(of[key] ?? 0)),
    ),
  }));
  const calledRows = calls
    ? [
        countRow(
          '呼入量',
          each(calls, ({ cameIn }) => cameIn),
        ),
      ]
    : [];
  return { title: '总体情况（件数）', table: table(head('count', 'change'), [...rows, ...calledRows]) };
};

/** 一、总体情况: the rates, each with what it is made of. */
export const rates: SectionMaker = async (context) => {
  const [told, calls] = [await overviews(context), await called(context)];
  const rows = shownRates.map((key) => ({
    $key: key,
    ...rateRow(
      labelOf(told.now, key),
      each(told, ({ totals: of }) => of[key] as PaperRate),
    ),
  }));
  const calledRows = calls
    ? callRates.map(({ name, label }) =>
        rateRow(
          label,
          each(calls, (of) => callRate(name, of)),
        ),
      )
    : [];
  const formulas = told.now.formulas.filter(({ name }) => shownRates.includes(name));
  return {
    title: '总体情况（比率）',
    table: table(head('rate', 'points'), [...rows, ...calledRows], {
      formulas: calls ? [...formulas, ...callFormulas] : formulas,
    }),
  };
};
