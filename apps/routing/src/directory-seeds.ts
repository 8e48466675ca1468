import { Injectable, type OnModuleInit } from '@nestjs/common';
import { holdToTheEnd } from '#store/advisory-locks';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { seedPlaces, type PlaceSeed } from '#store/seed-directory-rows';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import { Directory } from '#platform/directory';
import { seedRules } from './seed-rules';
import { fallbackOwner, seedAreas, seedCategories, seedDepartments, townMatters, townOfArea } from './seed-directory';

interface SeedRule {
  category_code: string | null;
  area_code: string | null;
  lead: string;
}

/** Gives an empty system its departments, areas, categories and first dispatch rules. */
@Injectable()
export class DirectorySeeds implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    const seeded = await this.database.transaction(async (sql) => {
      await holdToTheEnd(sql, 'directorySeeds');
      if (await sql.one(`SELECT 1 FROM ticket.department LIMIT 1`)) return false;
      await this.seed(sql);
      return true;
    });
    if (seeded) await this.directory.refresh();
  }

  private async seed(sql: Sql): Promise<void> {
    const now = this.clock.now();
    const ids = new Map(seedDepartments.map(({ code }) => [code, uuidV7(now)]));
    const departments = seedDepartments.map(({ code, name, group, parent }) => ({
      id: ids.get(code) ?? '',
      code,
      name,
      group,
      parent_id: parent ? (ids.get(parent) ?? null) : null,
    }));
    await seedPlaces(sql, { departments, areas: seedAreas.map(placeSeed), categories: categorySeeds() });
    await seedRules(
      sql,
      firstRules().map(({ lead, ...rule }) => ({ ...rule, id: uuidV7(now), lead_id: ids.get(lead) ?? '' })),
    );
  }
}

const placeSeed = ({ code, name, parent }: { code: string; name: string; parent?: string }): PlaceSeed => ({
  code,
  name,
  parent_code: parent ?? null,
});

const categorySeeds = (): PlaceSeed[] =>
  seedCategories.flatMap(({ code, name, children }) => [
    { code, name, parent_code: null },
    ...children.map((child) => ({ code: child.code, name: child.name, parent_code: code })),
  ]);

function firstRules(): SeedRule[] {
  const byCategory = seedCategories.flatMap(({ code, lead, children }) => [
    { category_code: code, area_code: null, lead },
    ...children.flatMap((child) =>
      child.lead ? [{ category_code: child.code, area_code: null, lead: child.lead }] : [],
    ),
  ]);
  const byTown = townMatters.flatMap((category) =>
    Object.entries(townOfArea).map(([area, lead]) => ({ category_code: category, area_code: area, lead })),
  );
  return [{ category_code: null, area_code: null, lead: fallbackOwner }, ...byCategory, ...byTown];
}
