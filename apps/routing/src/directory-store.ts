import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '#calendar/shanghai-time';
import { Clock } from '#store/clock-now';
import { Administration } from '#store/administration';
import { writeDirectory, type DirectoryChange } from '#store/directory-rows';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import type { RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { Refusal, refusalAt } from '#platform/problems';
import { DispatchRules } from './dispatch-rules';
import { openWork } from './reorganisation/open-work';

type Body<
  R extends
    | 'POST /api/departments'
    | 'PATCH /api/departments/:id'
    | 'POST /api/areas'
    | 'POST /api/categories'
    | 'PATCH /api/categories/:code',
> = RouteInput<R>['body'];

/** Changes to the trees. A code is taken once; a parent must exist and may not be below its own child. */
@Injectable()
export class DirectoryStore {
  constructor(
    private readonly administration: Administration,
    private readonly directory: Directory,
    private readonly rules: DispatchRules,
    private readonly clock: Clock,
  ) {}

  async addDepartment(body: Body<'POST /api/departments'>, caller: Caller): Promise<string> {
    const now = this.clock.now();
    const id = uuidV7(now);
    this.checkParent(this.directory.departments, body.parentId);
    const row = {
      id,
      code: body.code,
      name: body.name,
      parent_id: body.parentId ?? null,
      group: body.group,
      valid_from: this.beginning(body),
    };
    await this.write({ table: 'department', key: { id }, insert: row }, caller, id);
    return id;
  }

  async editDepartment(id: string, body: Body<'PATCH /api/departments/:id'>, caller: Caller): Promise<void> {
    this.checkParent(this.directory.departments, body.parentId);
    if (body.parentId && this.directory.departmentAndBelow(id).includes(body.parentId)) throw cycle();
    if (body.validTo) await this.checkNotFallBack(id);
    const { name, parentId, group, validTo, signsOff } = body;
    const update = {
      name,
      parent_id: parentId,
      group,
      valid_to: validTo,
      signs_off: signsOff && [...new Set(signsOff)],
    };
    await this.write({ table: 'department', key: { id }, update }, caller, id, async (sql) => {
      if (validTo) await refuseOpenWork(sql, id);
    });
  }

  async addArea(body: Body<'POST /api/areas'>, caller: Caller): Promise<void> {
    this.checkParent(this.directory.areas, body.parentCode);
    const { code, name, parentCode } = body;
    const insert = { code, name, parent_code: parentCode ?? null, valid_from: this.beginning(body) };
    await this.write({ table: 'area', key: { code }, insert }, caller);
  }

  async addCategory(body: Body<'POST /api/categories'>, caller: Caller): Promise<void> {
    this.checkParent(this.directory.categories, body.parentCode);
    const { code, name, parentCode, autoApprove } = body;
    const insert = { code, name, parent_code: parentCode ?? null, auto_approve: autoApprove };
    await this.write({ table: 'category', key: { code }, insert }, caller);
  }

  /** Days that are over stay as they were. @throws Refusal */
  private beginning({ validFrom }: { validFrom?: string }): string {
    const today = shanghaiDate(this.clock.now());
    if (validFrom !== undefined && validFrom < today) throw refusalAt('validFrom', '启用日期不能早于今天');
    return validFrom ?? today;
  }

  async editPlace(
    table: 'area' | 'category',
    code: string,
    body: Body<'PATCH /api/categories/:code'>,
    caller: Caller,
  ): Promise<void> {
    const places = this.places(table);
    this.checkParent(places, body.parentCode);
    if (body.parentCode && this.directory.chain(places, body.parentCode).includes(code)) throw cycle();
    const { name, parentCode, autoApprove } = body;
    await this.write(
      { table, key: { code }, update: { name, parent_code: parentCode, auto_approve: autoApprove } },
      caller,
    );
  }

  private async write(
    change: DirectoryChange,
    caller: Caller,
    reference?: string,
    check: (sql: Sql) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const work = async (sql: Sql, at: Date) => {
      await check(sql);
      return writeDirectory(sql, change, at);
    };
    await this.administration.write(caller, work, reference);
    await this.directory.refresh();
  }

  /** A matter that no rule knows goes to the fall-back owner, never to nobody. */
  private async checkNotFallBack(id: string): Promise<void> {
    const fallBack = await this.rules.candidates({ categoryCode: null, areaCode: null });
    if (fallBack.some(({ leadId }) => leadId === id))
      throw new Refusal('conflict', '兜底承办单位不能停用：请先在派单目录中另行指定');
  }

  private places = (table: 'area' | 'category') =>
    table === 'area' ? this.directory.areas : this.directory.categories;

  private checkParent(known: ReadonlyMap<string, unknown>, parent: string | null | undefined): void {
    if (!parent || known.has(parent)) return;
    throw refusalAt('parent', '没有这个上级');
  }
}

/** What is open would be left with nobody. @throws Refusal */
async function refuseOpenWork(sql: Sql, id: string): Promise<void> {
  if (await sql.one(`${openWork.department} LIMIT 1`, [[id]]))
    throw new Refusal('conflict', '该单位还有在办工单，请在“机构调整”中指定由谁承继');
}

const cycle = (): Refusal => new Refusal('invalid', '不能以自己的下级为上级');
