import { Controller } from '@nestjs/common';
import { issueView } from '#http-api/issue-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import type { Which } from './issue-changes';
import { IssuePages, type IssueView } from './issue-pages';
import { IssueReading } from './issue-reading';
import { Issues } from './issues';

/** 热点诉求 as people read them, and put them in order. */
@Controller()
export class IssueController {
  constructor(
    private readonly issues: Issues,
    private readonly reading: IssueReading,
    private readonly pages: IssuePages,
    renders: Renders,
  ) {
    renders.add(issueView, ({ reference, caller }) => pages.one(reference, caller));
  }

  @Handles('GET /api/issues')
  list({ query }: RouteInput<'GET /api/issues'>, caller: Caller): Promise<RouteAnswer<'GET /api/issues'>> {
    return this.reading.list(query, caller);
  }

  @Handles('POST /api/issues')
  async begin({ body }: RouteInput<'POST /api/issues'>, caller: Caller): Promise<IssueView> {
    return this.pages.one(await this.issues.begin(body, caller), caller);
  }

  @Handles('GET /api/issues/:id')
  one({ params }: RouteInput<'GET /api/issues/:id'>, caller: Caller): Promise<IssueView> {
    return this.pages.one(params.id, caller);
  }

  @Handles('GET /api/issues/:id/tickets')
  tickets(
    { params, query }: RouteInput<'GET /api/issues/:id/tickets'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/issues/:id/tickets'>> {
    return this.pages.tickets(params.id, query, caller);
  }

  @Handles('POST /api/issues/:id/name')
  async name(input: RouteInput<'POST /api/issues/:id/name'>, caller: Caller): Promise<IssueView> {
    await this.issues.name(whichOf(input, caller), input.body);
    return this.pages.one(input.params.id, caller);
  }

  @Handles('POST /api/issues/:id/lead')
  async lead(input: RouteInput<'POST /api/issues/:id/lead'>, caller: Caller): Promise<IssueView> {
    await this.issues.lead(whichOf(input, caller), input.body.leadId);
    return this.pages.one(input.params.id, caller);
  }

  @Handles('POST /api/issues/:id/tickets')
  async add(input: RouteInput<'POST /api/issues/:id/tickets'>, caller: Caller): Promise<IssueView> {
    await this.issues.add(whichOf(input, caller), input.body.ticketIds);
    return this.pages.one(input.params.id, caller);
  }

  @Handles('POST /api/issues/:id/remove')
  async remove(input: RouteInput<'POST /api/issues/:id/remove'>, caller: Caller): Promise<IssueView> {
    await this.issues.remove(whichOf(input, caller), input.body.ticketIds);
    return this.pages.one(input.params.id, caller);
  }

  @Handles('POST /api/issues/:id/split')
  async split(input: RouteInput<'POST /api/issues/:id/split'>, caller: Caller): Promise<IssueView> {
    const { ticketIds, name } = input.body;
    return this.pages.one(await this.issues.split(whichOf(input, caller), ticketIds, name), caller);
  }

  @Handles('POST /api/issues/:id/join')
  async join(input: RouteInput<'POST /api/issues/:id/join'>, caller: Caller): Promise<IssueView> {
    return this.pages.one(await this.issues.join(whichOf(input, caller), input.body.intoId), caller);
  }

  @Handles('POST /api/issues/:id/close')
  async close(input: RouteInput<'POST /api/issues/:id/close'>, caller: Caller): Promise<IssueView> {
    await this.issues.close(whichOf(input, caller));
    return this.pages.one(input.params.id, caller);
  }

  @Handles('POST /api/issues/:id/reopen')
  async reopen(input: RouteInput<'POST /api/issues/:id/reopen'>, caller: Caller): Promise<IssueView> {
    await this.issues.reopen(whichOf(input, caller));
    return this.pages.one(input.params.id, caller);
  }
}

/** The issue that a request names, at the version it has read. */
export const whichOf = ({ params, version }: { params: { id: string }; version: number }, caller: Caller): Which => ({
  id: params.id,
  version,
  caller,
});
