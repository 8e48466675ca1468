import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { suggestionModelView } from '#http-api/suggestion-shapes';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { SuggestionModels, type ModelRow } from './suggestion-models';

type ModelAnswer = RouteAnswer<'GET /api/suggestion-models'>['items'][number];

/** Which versions there are, how good each is, and which one is in force. */
@Controller()
export class SuggestionModelController {
  constructor(
    private readonly models: SuggestionModels,
    renders: Renders,
  ) {
    renders.add(suggestionModelView, ({ reference }) => this.one(reference));
  }

  @Handles('GET /api/suggestion-models')
  async list({ query }: RouteInput<'GET /api/suggestion-models'>): Promise<RouteAnswer<'GET /api/suggestion-models'>> {
    const [after = null] = readCursor(query.cursor, 'id') ?? [];
    const rows = await this.models.page(after, query.limit + 1);
    const { shown, nextCursor } = cut(rows, query.limit, ({ id }) => [id]);
    return { items: shown.map(view), nextCursor };
  }

  @Handles('POST /api/suggestion-models/:id/activate')
  async activate(
    { params }: RouteInput<'POST /api/suggestion-models/:id/activate'>,
    caller: Caller,
  ): Promise<ModelAnswer> {
    await this.models.activate(params.id, caller);
    return this.one(params.id);
  }

  private async one(id: string): Promise<ModelAnswer> {
    return view(await this.models.one(id));
  }
}

const view = ({ trainedAt, ...row }: ModelRow): ModelAnswer => ({ ...row, trainedAt: trainedAt.toISOString() });
