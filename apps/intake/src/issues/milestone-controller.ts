import { Controller } from '@nestjs/common';
import type { RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { whichOf } from './issue-controller';
import { IssuePages, type IssueView } from './issue-pages';
import { Milestones } from './milestones';

/** What is planned against hot issues. */
@Controller()
export class MilestoneController {
  constructor(
    private readonly milestones: Milestones,
    private readonly pages: IssuePages,
  ) {}

  @Handles('POST /api/issues/:id/milestones')
  async add(input: RouteInput<'POST /api/issues/:id/milestones'>, caller: Caller): Promise<IssueView> {
    await this.milestones.add(whichOf(input, caller), input.body);
    return this.pages.one(input.params.id, caller);
  }

  @Handles('PUT /api/issues/:id/milestones/:milestoneId')
  async edit(input: RouteInput<'PUT /api/issues/:id/milestones/:milestoneId'>, caller: Caller): Promise<IssueView> {
    await this.milestones.edit(whichOf(input, caller), input.params.milestoneId, input.body);
    return this.pages.one(input.params.id, caller);
  }

  @Handles('DELETE /api/issues/:id/milestones/:milestoneId')
  async remove(
    input: RouteInput<'DELETE /api/issues/:id/milestones/:milestoneId'>,
    caller: Caller,
  ): Promise<IssueView> {
    await this.milestones.remove(whichOf(input, caller), input.params.milestoneId);
    return this.pages.one(input.params.id, caller);
  }
}
