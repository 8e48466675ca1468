import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { SignOffKind } from '#ticket/sign-off';
import type { Assignment } from '#ticket/ticket';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { messageOf } from '#store/told-error';
import { isInForce } from './in-force';

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

export interface Category extends Place {
  autoApprove: boolean;
}

/** How late another replica hears of a rename. */
const refreshMs = 5_000;

/** Departments, areas and categories: small trees that every page names, kept in memory and refreshed. */
@Injectable()
export class Directory implements BeforeApplicationShutdown {
  private readonly log = new Logger(Directory.name);
  private timer: NodeJS.Timeout | undefined;
  departments = new Map<string, Department>();
  areas = new Map<string, Place>();
  categories = new Map<string, Category>();
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
    const [departments, areas, categories] = await Promise.all([
      this.database.sql.query<Department & Record<string, unknown>>(
        `SELECT id, code, name, parent_id AS "parentId", "group", valid_from::text AS "validFrom", valid_to::text AS "validTo", signs_off AS "signsOff" FROM ticket.department ORDER BY code`,
        [],
      ),
      this.places<Place>('area', 'code, name, parent_code AS "parentCode"'),
      this.places<Category>('category', 'code, name, parent_code AS "parentCode", auto_approve AS "autoApprove"'),
    ]);
    this.departments = new Map(departments.map((each) => [each.id, each]));
    this.areas = areas;
    this.categories = categories;
    this.below = new Map(departments.map(({ id }) => [id, this.descendants(id)]));
  }

  departmentAndBelow = (id: string | null): readonly string[] => (id === null ? [] : (this.below.get(id) ?? [id]));

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

  /** Whether a department's head signs this before the hotline hears of it; of a co-handler the hotline hears by the lead. */
  signsOff = ({ role, departmentId }: Pick<Assignment, 'role' | 'departmentId'>, kind: SignOffKind): boolean =>
    role === 'lead' && (this.departments.get(departmentId)?.signsOff.includes(kind) ?? false);

  departmentName = (id: string): string => this.departments.get(id)?.name ?? id;

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
      for (const child of this.departments.values()) if (child.parentId === each) found.push(child.id);
    }
    return found;
  }
}
