import type { PaperRate } from '#documents/paper';
import type { Report } from '../../report-asked';
import { comparedPeriod } from '../../compared-period';
import type { Period } from '../../period';
import { growth, pointsBetween } from '../../growth';
import { change, column, table, type BulletinContext, type SectionMaker } from '../bulletin-section';

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

interface Compared {
  readonly now: Report;
  readonly before: Report;
  readonly lastYear: Report;
  readonly toDate: Report;
}

/** The overview of a period, and of those it is compared with, known as of the same instant. */
async function compared({ period, report }: BulletinContext): Promise<Compared> {
  const of = (asked: Period) => report({ name: 'overview', by: 'month', ...asked });
  const year = { from: `${period.from.slice(0, 4)}-01-01`, to: period.to };
  const [now, before, lastYear, toDate] = await Promise.all(
    [period, comparedPeriod(period, 'previous'), comparedPeriod(period, 'last-year'), year].map(of),
  );
  if (!now || !before || !lastYear || !toDate) throw new Error('a period has no overview');
  return { now, before, lastYear, toDate };
}

const labelOf = ({ columns }: Report, key: string): string => columns.find((each) => each.key === key)?.label ?? key;

/** 一、总体情况: the numbers. */
export const totals: SectionMaker = async (context) => {
  const of = await compared(context);
  const countIn = (report: Report, key: string) => Number(report.totals[key] ?? 0);
  return {
    title: '总体情况（件数）',
    table: table(
      [
        column('name', '指标', 'label'),
        column('now', '本期'),
        column('before', '上期'),
        change('change', '环比', { now: 'now', before: 'before' }),
        column('lastYear', '去年同期'),
        change('yearChange', '同比', { now: 'now', before: 'lastYear' }),
        column('toDate', '年累计'),
      ],
      counts.map((key) => {
        const [now, before, lastYear] = [of.now, of.before, of.lastYear].map((report) => countIn(report, key));
        return {
          ...{ $key: key, name: labelOf(of.now, key), now: now ?? 0, before: before ?? 0, lastYear: lastYear ?? 0 },
          ...{ change: growth(now ?? 0, before ?? 0), yearChange: growth(now ?? 0, lastYear ?? 0) },
          toDate: countIn(of.toDate, key),
        };
      }),
    ),
  };
};

/** 一、总体情况: the rates, each with what it is made of. */
export const rates: SectionMaker = async (context) => {
  const of = await compared(context);
  const rateIn = (report: Report, key: string) => report.totals[key] as PaperRate;
  return {
    title: '总体情况（比率）',
    table: table(
      [
        column('name', '指标', 'label'),
        column('now', '本期', 'rate'),
        column('before', '上期', 'rate'),
        change('change', '环比', { now: 'now', before: 'before' }, 'points'),
        column('lastYear', '去年同期', 'rate'),
        change('yearChange', '同比', { now: 'now', before: 'lastYear' }, 'points'),
        column('toDate', '年累计', 'rate'),
      ],
      shownRates.map((key) => {
        const [now, before] = [rateIn(of.now, key), rateIn(of.before, key)];
        const lastYear = rateIn(of.lastYear, key);
        return {
          ...{ $key: key, name: labelOf(of.now, key), now, before, lastYear },
          ...{
            change: pointsBetween(now.value, before.value),
            yearChange: pointsBetween(now.value, lastYear.value),
            toDate: rateIn(of.toDate, key),
          },
        };
      }),
      { formulas: of.now.formulas.filter(({ name }) => shownRates.includes(name)) },
    ),
  };
};
