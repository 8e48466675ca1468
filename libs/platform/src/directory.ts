import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { isSigned, type SignOffKind } from '#ticket/sign-off';
import type { Assignment, Ticket } from '#ticket/ticket';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { readHeirs, readPlaceVersions } from '#store/place-versions';
import { messageOf } from '#store/told-error';
import { isInForce } from './in-force';
import { PlaceHistory, type Matter } from './place-history';

export interface Department {
  id: string;
  code: string;
  name: string;
  parentId: string | null;
  group: string;
  validFrom: string;
  validTo: string | null;
  /** What its head signs before the hotline hears of it (签发). */
  signsOff: SignOffKind[];
}

export interface Place {
  code: string;
  name: string;
  parentCode: string | null;
}

/** 区域, with the day from which it is no more. */
export interface Area extends Place {
  validFrom: string;
  validTo: string | null;
}

export interface Category extends Place {
  autoApprove: boolean;
}

type Placed = Pick<Ticket, 'categoryCode' | 'areaCode'>;

/** How late another replica hears of a rename. */
const refreshMs = 5_000;

/** Departments, areas and categories: small trees that every page names, kept in memory and refreshed. */
@Injectable()
export class Directory implements BeforeApplicationShutdown {
  private readonly log = new Logger(Directory.name);
  private timer: NodeJS.Timeout | undefined;
  departments = new Map<string, Department>();
  areas = new Map<string, Area>();
  categories = new Map<string, Category>();
  history = new PlaceHistory();
  private below = new Map<string, string[]>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async start(): Promise<void> {
    await this.refresh();
    const again = () => this.refresh().catch((error: unknown) => this.log.warn(`directory: ${messageOf(error)}`));
    this.timer = setInterval(() => void again(), refreshMs).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async refresh(): Promise<void> {
    const [departments, areas, categories, versions, heirs] = await Promise.all([
      this.database.sql.query<Department & Record<string, unknown>>(
        `SELECT id, code, name, parent_id AS "parentId", "group", valid_from::text AS "validFrom", valid_to::text AS "validTo", signs_off AS "signsOff" FROM ticket.department ORDER BY code`,
        [],
      ),
      this.places<Area>(
        'area',
        'code, name, parent_code AS "parentCode", valid_from::text AS "validFrom", valid_to::text AS "validTo"',
      ),
      this.places<Category>('category', 'code, name, parent_code AS "parentCode", auto_approve AS "autoApprove"'),
      readPlaceVersions(this.database.sql),
      readHeirs(this.database.sql),
    ]);
    this.departments = new Map(departments.map((each) => [each.id, each]));
    this.areas = areas;
    this.categories = categories;
    this.history = new PlaceHistory(versions, heirs);
    this.below = new Map(departments.map(({ id }) => [id, this.descendants(id)]));
  }

  /** A department, those below it, and those whose place one of them took: what was theirs stays in sight. */
  departmentAndBelow = (id: string | null): readonly string[] => (id === null ? [] : (this.below.get(id) ?? [id]));

  /** The same, and for one that is no more whoever answers for it: what is said of it is said of them. */
  unitsOf = (id: string): readonly string[] => [
    ...new Set([
      ...this.departmentAndBelow(id),
      ...this.history.allHeirs('department', id).flatMap((heir) => this.unitsOf(heir)),
    ]),
  ];

  /** Who answers today for what a department had; itself while nobody took its place. */
  departmentToday = (id: string, about: Placed): string => this.history.heirFor('department', id, this.matterOf(about));

  /** By what one heir is told from the others. */
  matterOf = ({ categoryCode, areaCode }: Placed): Matter => ({
    categories: this.chain(this.categories, categoryCode),
    areas: this.chain(this.areas, areaCode),
  });

  /** Who handles an ended ticket again, when nobody is named and its lead is no more; undefined while it is. */
  leadAgain(ticket: Pick<Ticket, 'leadDepartmentId' | 'categoryCode' | 'areaCode'>): string | undefined {
    const { leadDepartmentId: lead } = ticket;
    const heir = lead === null ? null : this.departmentToday(lead, ticket);
    return heir === null || heir === lead ? undefined : heir;
  }

  /** A department and those above it, nearest first. */
  departmentAndAbove(id: string | null): string[] {
    const up: string[] = [];
    for (let at = id; at !== null && !up.includes(at); at = this.departments.get(at)?.parentId ?? null) up.push(at);
    return up;
  }

  /** Undefined when there is no such department, or not any more. */
  departmentInForce(id: string): Department | undefined {
    const found = this.departments.get(id);
    return found && isInForce(found, this.clock.now()) ? found : undefined;
  }

  /** Whether a department's head signs this before the hotline hears of it. */
  signsOff = (part: Pick<Assignment, 'role' | 'parentId' | 'departmentId'>, kind: SignOffKind): boolean =>
    isSigned(part, kind) && (this.departments.get(part.departmentId)?.signsOff.includes(kind) ?? false);

  /** What it is called; or what it was called at an instant. */
  departmentName = (id: string, at?: Date | null): string =>
    (at && this.history.at('department', id, at)?.name) || (this.departments.get(id)?.name ?? id);

  areaName = (code: string, at?: Date | null): string =>
    (at && this.history.at('area', code, at)?.name) || (this.areas.get(code)?.name ?? code);

  categoryName = (code: string, at?: Date | null): string =>
    (at && this.history.at('category', code, at)?.name) || (this.categories.get(code)?.name ?? code);

  /** Who took the place of one that is no more, by id or code; nobody while it is. */
  heirsOf = (kind: 'department' | 'area', key: string): { id: string; name: string }[] =>
    this.history.allHeirs(kind, key).map((heir) => ({
      id: heir,
      name: kind === 'area' ? this.areaName(heir) : this.departmentName(heir),
    }));

  /** Whether matters may still be said to lie there. */
  isAreaInForce(code: string): boolean {
    const found = this.areas.get(code);
    return found !== undefined && isInForce(found, this.clock.now());
  }

  /** The code itself and those above it, nearest first: 区 ← 镇街 ← 村社区. */
  chain(places: ReadonlyMap<string, Place>, code: string | null): string[] {
    const up: string[] = [];
    for (let at = code; at !== null && !up.includes(at); at = places.get(at)?.parentCode ?? null) up.push(at);
    return up;
  }

  /** The uppermost category above one; null for none. */
  rootCategory = (code: string | null): string | null => this.chain(this.categories, code).at(-1) ?? null;

  private async places<Row extends Place>(table: 'area' | 'category', columns: string): Promise<Map<string, Row>> {
    const rows = await this.database.sql.query<Row & Record<string, unknown>>(
      `SELECT ${columns} FROM ticket.${table} ORDER BY code`,
      [],
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  private descendants(id: string): string[] {
    const found = [id];
    for (const each of found) {
      const children = [...this.departments.values()]
        .filter(({ parentId }) => parentId === each)
        .map((child) => child.id);
      const gained = [...children, ...this.history.predecessors('department', each)];
      found.push(...gained.filter((other) => !found.includes(other)));
    }
    return found;
  }
}
