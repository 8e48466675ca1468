import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { thirdPartyCopyView } from '#http-api/third-party-copy-shapes';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { draftOf } from './copy-draft';
import { CopySources } from '#platform/documents/copy-source';
import { ThirdPartyCopies } from './third-party-copies';

/** 第三方副本: a ticket for somebody outside, without who reported. */
@Controller()
export class ThirdPartyCopyController {
  constructor(
    private readonly sources: CopySources,
    private readonly copies: ThirdPartyCopies,
    private readonly database: Database,
    renders: Renders,
  ) {
    renders.add(thirdPartyCopyView, ({ reference, params, caller }) =>
      this.copies.one(params['id'] ?? '', reference, caller),
    );
  }

  @Handles('GET /api/tickets/:id/third-party-copy')
  async draft(
    { params }: RouteInput<'GET /api/tickets/:id/third-party-copy'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/tickets/:id/third-party-copy'>> {
    return draftOf(await this.sources.read(this.database.sql, params.id, caller));
  }

  @Handles('POST /api/tickets/:id/third-party-copies')
  issue(
    { params, body }: RouteInput<'POST /api/tickets/:id/third-party-copies'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/tickets/:id/third-party-copies'>> {
    return this.copies.issue(params.id, body, caller);
  }

  @Handles('GET /api/tickets/:id/third-party-copies')
  list(
    { params, query }: RouteInput<'GET /api/tickets/:id/third-party-copies'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/tickets/:id/third-party-copies'>> {
    return this.copies.list(params.id, query, caller);
  }

  @Handles('GET /api/tickets/:id/third-party-copies/:copyId')
  one(
    { params }: RouteInput<'GET /api/tickets/:id/third-party-copies/:copyId'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/tickets/:id/third-party-copies/:copyId'>> {
    return this.copies.one(params.id, params.copyId, caller);
  }
}
