import { reportDimensions } from '#http-api/rating-shapes';
import type { Dimension } from '../../dimensions';
import { comparedPeriod } from '../../compared-period';
import type { Period } from '../../period';
import { growth } from '../../growth';
import { change, column, table, type SectionMaker } from '../bulletin-section';

/** 二、来源、类型、区域: what came, and how that changed. */
export const breakdown =
  (by: Dimension): SectionMaker =>
  async ({ period, report }) => {
    const of = (asked: Period) => report({ name: 'overview', by, ...asked });
    const [now, before, lastYear] = await Promise.all(
      [period, comparedPeriod(period, 'previous'), comparedPeriod(period, 'last-year')].map(of),
    );
    const receivedIn = (found: typeof now, key: string | null) =>
      Number(found?.rows.find((row) => row.key === key)?.cells['received'] ?? 0);
    const whole = Number(now?.totals['received'] ?? 0);
    const rows = (now?.rows ?? []).map(({ key, cells }) => {
      const [received, former, formerYear] = [now, before, lastYear].map((found) => receivedIn(found, key));
      return {
        ...{ $key: key, name: typeof cells[by] === 'string' ? cells[by] : '', received: received ?? 0 },
        share: { value: whole === 0 ? null : (received ?? 0) / whole, numerator: received ?? 0, denominator: whole },
        ...{ before: former ?? 0, change: growth(received ?? 0, former ?? 0) },
        ...{ lastYear: formerYear ?? 0, yearChange: growth(received ?? 0, formerYear ?? 0) },
      };
    });
    return {
      title: `按${reportDimensions[by].label}`,
      source: { report: 'overview', by },
      table: table(
        [
          column('name', '名称', 'label'),
          column('received', '件数'),
          column('share', '占比', 'rate'),
          column('before', '上期件数'),
          change('change', '环比', { now: 'received', before: 'before' }),
          column('lastYear', '去年同期件数'),
          change('yearChange', '同比', { now: 'received', before: 'lastYear' }),
        ],
        rows.filter(({ received }) => received > 0).toSorted((one, other) => other.received - one.received),
      ),
    };
  };
