import { Injectable } from '@nestjs/common';
import { shanghaiInstant } from '#calendar/shanghai-time';
import type { ListItem } from '#http-api/list-route';
import { Directory } from '#platform/directory';

export type DepartmentView = ListItem<'GET /api/departments'>;
export type AreaView = ListItem<'GET /api/areas'>;

/** Departments and areas as they stand, or as they were called and stood in their tree at the end of a day (YYYY-MM-DD). */
@Injectable()
export class DirectoryReading {
  constructor(private readonly directory: Directory) {}

  departments(day?: string): DepartmentView[] {
    const all = [...this.directory.departments.values()].map((each): DepartmentView => ({
      ...(each as typeof each & { group: DepartmentView['group'] }),
      heirs: this.directory.heirsOf('department', each.id),
    }));
    if (day === undefined) return all;
    return all
      .filter(({ validFrom }) => validFrom <= day)
      .flatMap((each) => {
        const then = this.directory.history.at('department', each.id, endOf(day));
        if (!then) return [each];
        const { name, parent, group } = then;
        return [{ ...each, name, parentId: parent, group: group as DepartmentView['group'] }];
      });
  }

  areas(day?: string): AreaView[] {
    const all = [...this.directory.areas.values()].map((each) => ({
      ...each,
      heirs: this.directory.heirsOf('area', each.code),
    }));
    if (day === undefined) return all;
    return all
      .filter(({ validFrom }) => validFrom <= day)
      .map((each) => {
        const then = this.directory.history.at('area', each.code, endOf(day));
        return then ? { ...each, name: then.name, parentCode: then.parent } : each;
      });
  }
}

const endOf = (day: string): Date => new Date(shanghaiInstant(day, '00:00').getTime() + 86_400_000 - 1);
