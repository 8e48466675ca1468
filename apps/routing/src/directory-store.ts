import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '#calendar/shanghai-time';
import { Clock } from '#store/clock-now';
import { Administration } from '#store/administration';
import { writeDirectory, type DirectoryChange } from '#store/directory-rows';
import { uuidV7 } from '#store/uuid-v7';
import type { RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { Refusal, refusalAt } from '#platform/problems';
import { DispatchRules } from './dispatch-rules';

type Body<
  R extends
    'POST /api/departments' | 'PATCH /api/departments/:id' | 'POST /api/categories' | 'PATCH /api/categories/:code',
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
      valid_from: shanghaiDate(now),
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
    await this.write({ table: 'department', key: { id }, update }, caller, id);
  }

  async addPlace(table: 'area' | 'category', body: Body<'POST /api/categories'>, caller: Caller): Promise<void> {
    this.checkParent(this.places(table), body.parentCode);
    const { code, name, parentCode, autoApprove } = body;
    const insert = { code, name, parent_code: parentCode ?? null, auto_approve: autoApprove };
    await this.write({ table, key: { code }, insert }, caller);
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

  private async write(change: DirectoryChange, caller: Caller, reference?: string): Promise<void> {
    await this.administration.write(caller, (sql) => writeDirectory(sql, change), reference);
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

const cycle = (): Refusal => new Refusal('invalid', '不能以自己的下级为上级');
