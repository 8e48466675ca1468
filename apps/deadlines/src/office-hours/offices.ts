import { Calendar } from '#calendar/calendar';
import type { CalendarYear } from '#calendar/calendar-year';
import { defaultOfficeHours, type OfficeHours } from '#calendar/office-hours';
import { WorkingDays } from '#calendar/working-days';
import { upFrom, type ParentOf } from '../parent-of';

/** Office hours as they are kept, in one of their versions. */
export interface KeptHours {
  /** Null for the hours of a house that has set none. */
  readonly id: string | null;
  /** The department that keeps them; null for the whole house. */
  readonly departmentId: string | null;
  readonly version: number;
  /** Null ends a department's own: from then on it keeps those of the house. */
  readonly sessions: OfficeHours['sessions'] | null;
  readonly seasons?: OfficeHours['seasons'];
  readonly source: string;
}

/** The hours of a house that has set none. */
export const unsetHours = {
  ...defaultOfficeHours,
  id: null,
  departmentId: null,
  version: 0,
  source: '系统默认',
} satisfies KeptHours;

/** Working time as one office keeps it. */
export interface Office {
  readonly calendar: Calendar;
  /** The row of its hours; undefined where the house has set none. */
  readonly hours?: string;
}

/** Whose office hours a due time is counted in: a department's own, where it has set some, or those of the house. */
export class Offices {
  private readonly byHours: ReadonlyMap<string, Office>;

  constructor(
    readonly house: Office,
    private readonly departments: ReadonlyMap<string, Office> = new Map(),
  ) {
    this.byHours = new Map([...departments.values()].map((office) => [office.hours ?? '', office]));
  }

  of(departmentId: string | null): Office {
    return (departmentId && this.departments.get(departmentId)) || this.house;
  }

  /** The office that keeps the hours of this row. */
  keeping(hours: string | undefined): Office {
    return (hours && this.byHours.get(hours)) || this.house;
  }
}

/** Every row that offices are made of. */
export interface OfficeRows {
  readonly years: readonly CalendarYear[];
  /** In every version. */
  readonly hours: readonly KeptHours[];
  /** Departments, each with the one above it. */
  readonly departments: ParentOf;
}

/** The offices that these rows make: a department without hours of its own keeps those of the nearest above it. */
export function officesOf({ years, hours, departments }: OfficeRows): Offices {
  const days = new WorkingDays(years);
  const inForce = hoursInForce(hours);
  const own = new Map<string, Office>();
  for (const { id, departmentId, sessions, seasons } of inForce)
    if (id && departmentId && sessions)
      own.set(departmentId, { calendar: new Calendar(days, { sessions, seasons }), hours: id });
  const keeping = [...departments.keys()].flatMap((id): [string, Office][] => {
    const nearest = own.get(upFrom(departments, id).find((each) => own.has(each)) ?? '');
    return nearest ? [[id, nearest]] : [];
  });
  const house: KeptHours = inForce.find(({ departmentId }) => departmentId === null) ?? unsetHours;
  const { id, sessions, seasons } = house;
  const calendar = new Calendar(days, { sessions: sessions ?? unsetHours.sessions, seasons });
  return new Offices({ calendar, ...(id && { hours: id }) }, new Map(keeping));
}

/** The newest version of each office's hours, whatever order they come in; also one that ends them. */
export function hoursInForce(versions: readonly KeptHours[]): KeptHours[] {
  const newest = new Map<string | null, KeptHours>();
  for (const hours of versions)
    if (hours.version >= (newest.get(hours.departmentId)?.version ?? 0)) newest.set(hours.departmentId, hours);
  return [...newest.values()];
}
