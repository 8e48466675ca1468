import { Injectable } from '@nestjs/common';
import type { RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import {
  milestonesOf,
  removeMilestone,
  writeMilestone,
  type Milestone,
  type MilestoneRow,
} from '#store/milestone-rows';
import { shanghaiDate } from '#store/shanghai-date';
import type { Sql } from '#store/sql';
import { NotFound } from '#store/store-errors';
import { uuidV7 } from '#store/uuid-v7';
import { refusalAt } from '#platform/problems';
import { IssueChanges, type Which } from './issue-changes';

type Planned = RouteInput<'POST /api/issues/:id/milestones'>['body'];

/** What is planned against a hot issue, and how far it really is. How it stands follows from that, by the rules in force. */
@Injectable()
export class Milestones {
  constructor(
    private readonly changes: IssueChanges,
    private readonly clock: Clock,
  ) {}

  add(which: Which, planned: Planned): Promise<void> {
    const milestone = this.milestoneOf(planned);
    const id = uuidV7(this.clock.now());
    return this.changes.change(which, 'addMilestone', async (sql) => {
      await writeMilestone(sql, which.id, id, milestone);
      return { after: { milestone } };
    });
  }

  /** @throws NotFound */
  edit(which: Which, id: string, planned: Planned): Promise<void> {
    const milestone = this.milestoneOf(planned);
    return this.changes.change(which, 'editMilestone', async (sql) => {
      const before = await found(sql, which.id, id);
      await writeMilestone(sql, which.id, id, milestone);
      return { before: { milestone: before }, after: { milestone } };
    });
  }

  /** @throws NotFound */
  remove(which: Which, id: string): Promise<void> {
    return this.changes.change(which, 'removeMilestone', async (sql) => {
      const milestone = await found(sql, which.id, id);
      await removeMilestone(sql, id);
      return { before: { milestone } };
    });
  }

  /** What is done is done whole, and not tomorrow. @throws Refusal */
  private milestoneOf({ title, startsOn, dueOn, percent, doneOn = null }: Planned): Milestone {
    if (doneOn !== null && doneOn > shanghaiDate(this.clock.now()))
      throw refusalAt('doneOn', '实际完成日期不能晚于今天');
    return { title, startsOn, dueOn, doneOn, percent: doneOn === null ? percent : 100 };
  }
}

async function found(sql: Sql, issueId: string, id: string): Promise<Milestone> {
  const milestone = (await milestonesOf(sql, issueId)).find((each) => each.id === id);
  if (!milestone) throw new NotFound('milestone');
  return plain(milestone);
}

const plain = ({ title, startsOn, dueOn, percent, doneOn }: MilestoneRow): Milestone => ({
  ...{ title, startsOn, dueOn },
  ...{ percent, doneOn },
});
