import type { Report } from '../../report-asked';
import { comparedPeriod } from '../../compared-period';
import { growth } from '../../growth';
import { change, column, table, type BulletinContext, type SectionMaker } from '../bulletin-section';
import { received } from './facts-of';

const shown = 10;

/** 四、热点: the categories of which most came, where and with whom. */
export const hot: SectionMaker = async (context) => {
  const { period, report, directory } = context;
  const by = 'category' as const;
  const [now, before] = await Promise.all(
    [period, comparedPeriod(period, 'previous')].map((asked) => report({ name: 'overview', by, ...asked })),
  );
  const countIn = (found: Report | undefined, key: string) =>
    Number(found?.rows.find((row) => row.key === key)?.cells['received'] ?? 0);
  const top = (now?.rows ?? [])
    .flatMap(({ key }) => (key === null || key === '-' ? [] : [{ key, count: countIn(now, key) }]))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, shown);
  const places = await mostly(
    context,
    'area_code',
    top.map(({ key }) => key),
  );
  const leads = await mostly(
    context,
    'department_id',
    top.map(({ key }) => key),
  );
  const rows = top.map(({ key, count }) => {
    const parent = directory.categories.get(key)?.parentCode ?? null;
    return {
      ...{ $key: key, first: parent ? directory.categoryName(parent, context.asOf) : '', now: count },
      ...{ second: directory.categoryName(key, context.asOf), before: countIn(before, key) },
      change: growth(count, countIn(before, key)),
      ...{ area: nameOf(places.get(key), (code) => directory.areaName(code, context.asOf)), measures: '' },
      lead: nameOf(leads.get(key), (id) => directory.departmentName(id, context.asOf)),
    };
  });
  return {
    title: '热点事项',
    source: { report: 'overview', by },
    table: table(
      [
        column('second', '二级事项', 'label'),
        column('first', '一级事项', 'label'),
        column('now', '件数'),
        column('before', '上期件数'),
        change('change', '环比', { now: 'now', before: 'before' }),
        column('area', '集中区域', 'label'),
        column('lead', '牵头单位', 'label'),
        column('measures', '措施', 'label'),
      ],
      rows,
    ),
  };
};

const nameOf = (key: string | undefined, name: (key: string) => string): string => (key ? name(key) : '—');

/** Where most tickets of each category stand, by their facts. */
async function mostly(
  { sql, period, asOf }: BulletinContext,
  by: 'area_code' | 'department_id',
  categories: readonly string[],
): Promise<Map<string, string>> {
  const rows = await sql.query<{ category: string; key: string }>(
    `SELECT DISTINCT ON (category) category, key FROM (
       SELECT s.category_code AS category, s.${by}::text AS key, sum(f.delta) AS count
       ${received} AND s.category_code = ANY($4) AND s.${by} IS NOT NULL GROUP BY 1, 2) c
     WHERE count > 0 ORDER BY category, count DESC, key`,
    [period.from, period.to, asOf, categories],
  );
  return new Map(rows.map(({ category, key }) => [category, key]));
}
