import { Injectable } from '@nestjs/common';
import type { AdminAction } from '#ticket/admin-event';
import type { AdminChange } from '#store/admin-chain';
import { Administration } from '#store/administration';
import { Database } from '#store/database';
import { editIssue, lockIssues, readIssue, type IssueFields, type IssueRow } from '#store/issue-rows';
import type { Sql } from '#store/sql';
import { VersionConflict } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { tellHotline } from '#platform/live-changes';
import { Refusal } from '#platform/problems';

/** Which issue somebody changes, and the version they have read. */
export interface Which {
  readonly id: string;
  readonly version: number;
  readonly caller: Caller;
  /** What a repeated request is answered with, where that is another issue. */
  readonly reference?: string;
}

/** What a change did besides the issue's own fields, as its event tells it. */
export interface Told {
  readonly before?: object | null;
  readonly after?: object | null;
  /** Other issues that it changed, each an event of its own. */
  readonly others?: readonly AdminChange[];
  readonly fields?: Partial<IssueFields>;
}

type Work = (sql: Sql, issue: IssueRow, at: Date) => Promise<Told>;

/** What people change of hot issues: each change at the version that was read, and an event with before and after. */
@Injectable()
export class IssueChanges {
  constructor(
    private readonly administration: Administration,
    private readonly database: Database,
  ) {}

  /** @throws NotFound, VersionConflict; Refusal for one that is followed no longer */
  async change(which: Which, action: AdminAction, work: Work): Promise<void> {
    const { id, caller, reference = id } = which;
    await this.administration.write(
      caller,
      async (sql, at) => {
        const issue = await standingAt(sql, which, action);
        const { before = null, after = null, others = [], fields = {} } = await work(sql, issue, at);
        await editIssue(sql, id, fields, at);
        const now = toldOf(await readIssue(sql, id));
        const was = toldOf(issue);
        return [
          { subject: 'issue', subjectId: id, action, before: { ...was, ...before }, after: { ...now, ...after } },
          ...others,
        ];
      },
      reference,
    );
    await tellHotline(this.database, 'issues', [...new Set([id, reference])]);
  }

  /** One that begins, as its event tells it. */
  async create(id: string, caller: Caller, work: (sql: Sql, at: Date) => Promise<AdminChange>): Promise<void> {
    const whole = async (sql: Sql, at: Date) => {
      await lockIssues(sql);
      return work(sql, at);
    };
    await this.administration.write(caller, whole, id);
    await tellHotline(this.database, 'issues', [id]);
  }
}

async function standingAt(sql: Sql, { id, version }: Which, action: AdminAction): Promise<IssueRow> {
  await lockIssues(sql);
  const issue = await readIssue(sql, id);
  if (issue.version !== version) throw new VersionConflict(issue.version, toldOf(issue));
  if (issue.state === 'joined') throw new Refusal('conflict', '该热点已并入其他事项，不再变更');
  if ((issue.state === 'closed') !== (action === 'reopen'))
    throw new Refusal('conflict', issue.state === 'closed' ? '该热点已结束跟踪，请先恢复' : '该热点正在跟踪中');
  return issue;
}

/** No count and no member: those the house itself adds to. */
export const toldOf = ({ state, kind, name, leadDepartmentId }: IssueFields): Record<string, unknown> => ({
  state,
  kind,
  name,
  leadDepartmentId,
});
