import { townMatters } from '#routing/seed-directory';
import { seedRules } from '#routing/seed-rules';
import type { Database } from '#store/database';
import type { Clock } from '#store/clock-now';
import { seedPlaces, type DepartmentSeed, type PlaceSeed } from '#store/seed-directory-rows';
import { uuidV7 } from '#store/uuid-v7';
import { villagesOf } from './callers';
import { townCode } from './habits';
import { wulongTowns, type Town } from './wulong-areas';

/** 街道办事处, or 人民政府 of a town or township. */
const governmentOf = ({ name }: Town): string => `${name}${name.endsWith('街道') ? '办事处' : '人民政府'}`;

/** Gives the directory the streets, towns and villages of the district, their governments, and what those handle. */
export async function addDistrict(database: Database, clock: Clock): Promise<void> {
  await database.transaction(async (sql) => {
    const known = new Set((await sql.query<{ code: string }>(`SELECT code FROM ticket.area`)).map(({ code }) => code));
    const towns = wulongTowns.filter(({ code }) => !known.has(code));
    if (towns.length === 0) return;
    const root = known.has('district') ? 'district' : null;
    const departments = towns.map((town) => departmentOf(town, uuidV7(clock.now())));
    await seedPlaces(sql, { departments, areas: towns.flatMap((town) => areasOf(town, root)), categories: [] });
    await seedRules(
      sql,
      departments.flatMap((department) => rulesOf(department, clock.now())),
    );
  });
}

const departmentOf = (town: Town, id: string): DepartmentSeed => ({
  ...{ id, code: townCode(town.code), name: governmentOf(town) },
  ...{ parent_id: null, group: 'town' },
});

const areasOf = ({ code, name, below }: Town, root: string | null): PlaceSeed[] => [
  { code, name, parent_code: root },
  ...villagesOf(below).map((village) => ({
    ...{ code: `${code}${village.code}`, name: `${name}${village.name}` },
    parent_code: code,
  })),
];

/** A town handles its own matters. */
const rulesOf = ({ id, code }: DepartmentSeed, now: Date) =>
  townMatters.map((category) => ({
    ...{ id: uuidV7(now), category_code: category, area_code: code.slice(townCode('').length) },
    lead_id: id,
  }));
