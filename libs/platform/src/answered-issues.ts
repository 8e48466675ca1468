import { Injectable } from '@nestjs/common';
import { Database } from '#store/database';
import { isUuid } from '#store/uuid-v7';
import type { Caller } from './caller';
import { refusalAt } from './problems';
import { issuesInScope } from './scope';

/** A ticket is answered as part of a hot issue that the caller may see, that somebody has named, and that goes on. */
@Injectable()
export class AnsweredIssues {
  constructor(private readonly database: Database) {}

  /** @param path where the issue stands in the caller's JSON. @throws Refusal */
  async check(issueId: string | undefined, caller: Caller, path = 'issueId'): Promise<void> {
    if (issueId === undefined) return;
    const values: unknown[] = [isUuid(issueId) ? issueId : null];
    const issue = await this.database.sql.one<{ state: string; name: string | null }>(
      `SELECT i.state, i.name FROM ticket.issue i WHERE i.id = $1 AND ${issuesInScope(caller, values)}`,
      values,
    );
    if (!issue) throw refusalAt(path, '没有这个热点事项');
    if (issue.state !== 'open') throw refusalAt(path, '该热点事项已结束或已并入其他事项，请重新选择');
    if (issue.name === null) throw refusalAt(path, '该热点事项尚未命名，不能据以答复');
  }
}
