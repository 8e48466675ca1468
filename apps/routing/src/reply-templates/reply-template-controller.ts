import { Controller } from '@nestjs/common';
import { replyTemplateView } from '#http-api/reply-template-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { ReplyTemplates } from './reply-templates';
import { TemplateReading, type TemplateView } from './template-reading';

/** 答复模板: kept, and offered at the desk. */
@Controller()
export class ReplyTemplateController {
  constructor(
    private readonly templates: ReplyTemplates,
    private readonly reading: TemplateReading,
    renders: Renders,
  ) {
    renders.add(replyTemplateView, ({ reference, caller }) => reading.one(reference, caller));
  }

  @Handles('GET /api/reply-templates')
  list(
    { query }: RouteInput<'GET /api/reply-templates'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/reply-templates'>> {
    return this.reading.list(query, caller);
  }

  @Handles('GET /api/assignments/:id/reply-templates')
  offered(
    { params }: RouteInput<'GET /api/assignments/:id/reply-templates'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/assignments/:id/reply-templates'>> {
    return this.reading.offered(params.id, caller);
  }

  @Handles('POST /api/reply-templates')
  async add({ body }: RouteInput<'POST /api/reply-templates'>, caller: Caller): Promise<TemplateView> {
    return this.reading.one(await this.templates.add(body, caller), caller);
  }

  @Handles('PUT /api/reply-templates/:id')
  async edit(
    { params, version, body }: RouteInput<'PUT /api/reply-templates/:id'>,
    caller: Caller,
  ): Promise<TemplateView> {
    await this.templates.edit(params.id, version, body, caller);
    return this.reading.one(params.id, caller);
  }

  @Handles('POST /api/reply-templates/:id/end')
  async end(
    { params, version }: RouteInput<'POST /api/reply-templates/:id/end'>,
    caller: Caller,
  ): Promise<TemplateView> {
    await this.templates.end(params.id, version, caller);
    return this.reading.one(params.id, caller);
  }
}
