import { Injectable } from '@nestjs/common';
import type { AdminAction } from '#ticket/admin-event';
import { replyTextFault, templatePlaceholders } from '#ticket/reply-text';
import type { RouteInput } from '#http-api/routes';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import type { Sql } from '#store/sql';
import { VersionConflict } from '#store/store-errors';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { checkDepartment } from '#platform/check-department';
import { checkPlaces } from '#platform/check-places';
import { Directory } from '#platform/directory';
import { Refusal, refusalAt } from '#platform/problems';
import { scopeOf } from '#platform/scope';
import {
  endTemplate,
  readTemplate,
  writeTemplate,
  type ReplyTemplate,
  type ReplyTemplateRow,
} from './reply-template-rows';

type Said = RouteInput<'POST /api/reply-templates'>['body'];

/** 答复模板: the whole house's are the administrator's to keep, a department's also its head's. */
@Injectable()
export class ReplyTemplates {
  constructor(
    private readonly administration: Administration,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async add(said: Said, caller: Caller): Promise<string> {
    const id = uuidV7(this.clock.now());
    const template = this.templateOf(said, caller);
    await this.write(id, caller, 'create', async (sql, at) => {
      await writeTemplate(sql, { id, at }, template);
      return null;
    });
    return id;
  }

  async edit(id: string, version: number, said: Said, caller: Caller): Promise<void> {
    const template = this.templateOf(said, caller);
    await this.write(id, caller, 'edit', async (sql, at) => {
      const before = await standingAt(sql, { id, version }, caller);
      await writeTemplate(sql, { id, at }, template);
      return before;
    });
  }

  async end(id: string, version: number, caller: Caller): Promise<void> {
    await this.write(id, caller, 'disable', async (sql, at) => {
      const before = await standingAt(sql, { id, version }, caller);
      await endTemplate(sql, { id, at });
      return before;
    });
  }

  private write(
    id: string,
    caller: Caller,
    action: AdminAction,
    work: (sql: Sql, at: Date) => Promise<ReplyTemplateRow | null>,
  ): Promise<void> {
    return this.administration.write(
      caller,
      async (sql, at) => {
        const before = await work(sql, at);
        const after = toldOf(await readTemplate(sql, id, scopeOf(caller)));
        return { subject: 'reply-template', subjectId: id, action, before: before && toldOf(before), after };
      },
      id,
    );
  }

  /** @throws Refusal for a place that is not there, another's department, or a text that leaves open what nobody fills */
  private templateOf({ title, text, categoryCode = null, departmentId = null }: Said, caller: Caller): ReplyTemplate {
    const fault = replyTextFault(text, templatePlaceholders);
    if (fault !== null) throw refusalAt('text', fault);
    checkPlaces(this.directory, { categoryCode });
    if (!mayKeep(departmentId, caller)) throw refusalAt('departmentId', '只能维护本单位及下级单位的模板');
    if (departmentId !== null) checkDepartment(this.directory, departmentId, 'departmentId');
    return { title, text, categoryCode, departmentId };
  }
}

const mayKeep = (departmentId: string | null, caller: Caller): boolean => {
  const own = scopeOf(caller);
  return own === null || (departmentId !== null && own.includes(departmentId));
};

/** @throws NotFound, VersionConflict; Refusal for one that is over, or is the whole house's */
async function standingAt(
  sql: Sql,
  { id, version }: { id: string; version: number },
  caller: Caller,
): Promise<ReplyTemplateRow> {
  const row = await readTemplate(sql, id, scopeOf(caller));
  if (!mayKeep(row.departmentId, caller)) throw new Refusal('forbidden', '全区通用的模板由系统管理员维护');
  if (row.version !== version) throw new VersionConflict(row.version, toldOf(row));
  if (row.endedAt) throw new Refusal('conflict', '该模板已停用');
  return row;
}

const toldOf = ({ version, title, text, categoryCode, departmentId, endedAt }: ReplyTemplateRow) => ({
  ...{ version, title, text, categoryCode, departmentId },
  isEnded: endedAt !== null,
});
