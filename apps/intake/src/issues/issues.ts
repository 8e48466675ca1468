import { Injectable } from '@nestjs/common';
import type { RouteInput } from '#http-api/routes';
import type { AdminChange } from '#store/admin-chain';
import { Clock } from '#store/clock-now';
import { raiseIssueAlerts } from '#store/issue-alert-rows';
import { readSortedTickets, writeMemberships, type SortedTicket } from '#store/issue-member-rows';
import { addIssues, editIssue, joinIssue, readIssue, type IssueFields } from '#store/issue-rows';
import type { Sql } from '#store/sql';
import { isUuid, uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { checkHandlers } from '#platform/check-handlers';
import { Directory } from '#platform/directory';
import { Refusal, refusalAt } from '#platform/problems';
import { IssueChanges, toldOf, type Which } from './issue-changes';

type Begun = RouteInput<'POST /api/issues'>['body'];

/** What dispatchers do with hot issues: name them, put tickets in and out, and say who leads. */
@Injectable()
export class Issues {
  constructor(
    private readonly changes: IssueChanges,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async begin({ name, kind, leadId = null, ticketIds }: Begun, caller: Caller): Promise<string> {
    checkHandlers(this.directory, { leadId });
    const id = uuidV7(this.clock.now());
    const fields = { name, kind, leadDepartmentId: leadId };
    await this.changes.create(id, caller, (sql, at) => begun(sql, { id, fields, ticketIds, caller, at }));
    return id;
  }

  name(which: Which, fields: Pick<IssueFields, 'name'> & Partial<IssueFields>): Promise<void> {
    return this.changes.change(which, 'edit', () => Promise.resolve({ fields }));
  }

  lead(which: Which, leadId: string | null): Promise<void> {
    checkHandlers(this.directory, { leadId });
    return this.changes.change(which, 'edit', () => Promise.resolve({ fields: { leadDepartmentId: leadId } }));
  }

  close(which: Which): Promise<void> {
    return this.changes.change(which, 'close', () => Promise.resolve({ fields: { state: 'closed' } }));
  }

  reopen(which: Which): Promise<void> {
    return this.changes.change(which, 'reopen', () => Promise.resolve({ fields: { state: 'open' } }));
  }

  add(which: Which, ticketIds: readonly string[]): Promise<void> {
    return this.changes.change(which, 'addTickets', async (sql, { id }, at) => {
      const tickets = await existing(sql, ticketIds);
      await place(sql, tickets, id, which.caller);
      await raiseIssueAlerts(sql, [id], at);
      return { after: { ticketIds } };
    });
  }

  remove(which: Which, ticketIds: readonly string[]): Promise<void> {
    return this.changes.change(which, 'removeTickets', async (sql, { id }) => {
      await place(sql, await members(sql, ticketIds, id), null, which.caller);
      return { before: { ticketIds } };
    });
  }

  /** Answers the id of what was split off. */
  async split({ id, version, caller }: Which, ticketIds: readonly string[], name: string): Promise<string> {
    const reference = uuidV7(this.clock.now());
    await this.changes.change({ id, version, caller, reference }, 'split', async (sql, issue, at) => {
      await members(sql, ticketIds, id);
      const fields = { name, kind: issue.kind, leadDepartmentId: issue.leadDepartmentId };
      const others = [await begun(sql, { id: reference, fields, ticketIds, caller, at })];
      return { before: { ticketIds }, others };
    });
    return reference;
  }

  /** Answers the id of the one that goes on. */
  async join({ id, version, caller }: Which, intoId: string): Promise<string> {
    if (intoId === id) throw refusalAt('intoId', '不能并入自身');
    await this.changes.change({ id, version, caller, reference: intoId }, 'join', async (sql, _issue, at) => {
      const into = isUuid(intoId) ? await readIssue(sql, intoId).catch(() => null) : null;
      if (into?.state !== 'open') throw refusalAt('intoId', '并入的热点不存在或已结束');
      await joinIssue(sql, id, intoId, at);
      await editIssue(sql, intoId, {}, at);
      await raiseIssueAlerts(sql, [intoId], at);
      return { after: { joinedIntoId: intoId } };
    });
    return intoId;
  }
}

interface Beginning {
  readonly id: string;
  readonly fields: Partial<IssueFields>;
  readonly ticketIds: readonly string[];
  readonly caller: Caller;
  readonly at: Date;
}

async function begun(sql: Sql, { id, fields, ticketIds, caller, at }: Beginning): Promise<AdminChange> {
  await addIssues(sql, [id], at);
  await editIssue(sql, id, fields, at);
  await place(sql, await existing(sql, ticketIds), id, caller);
  await raiseIssueAlerts(sql, [id], at);
  const after = { ...toldOf(await readIssue(sql, id)), ticketIds };
  return { subject: 'issue', subjectId: id, action: 'create', before: null, after };
}

async function place(sql: Sql, tickets: readonly SortedTicket[], issueId: string | null, { id: by }: Caller) {
  const bound = tickets.find(({ answeredAs, issueId: of }) => answeredAs && of && of !== issueId);
  if (bound) throw new Refusal('conflict', '其中有已按所在热点口径答复的工单，不能移出');
  if (tickets.length > 0)
    await writeMemberships(
      sql,
      tickets.map(({ id: ticketId }) => ({ ticketId, issueId, by, score: null })),
    );
}

/** @throws Refusal when one of them is no ticket */
async function existing(sql: Sql, ticketIds: readonly string[]): Promise<SortedTicket[]> {
  const found = await readSortedTickets(sql, [...new Set(ticketIds)].filter(isUuid));
  const missing = ticketIds.findIndex((id) => !found.some((ticket) => ticket.id === id));
  if (missing >= 0) throw refusalAt(`ticketIds.${missing}`, '没有这个工单');
  return found;
}

/** @throws Refusal when one of them is not of this issue */
async function members(sql: Sql, ticketIds: readonly string[], issueId: string): Promise<SortedTicket[]> {
  const found = await existing(sql, ticketIds);
  const strange = ticketIds.findIndex((id) => found.find((ticket) => ticket.id === id)?.issueId !== issueId);
  if (strange >= 0) throw refusalAt(`ticketIds.${strange}`, '该工单不在此热点中');
  return found;
}
