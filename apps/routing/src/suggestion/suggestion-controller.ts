import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { ShownSuggestions } from './shown-suggestions';
import { Suggester } from './suggester';
import { SuggestionAgreement } from './suggestion-agreement';

/** What is suggested, and how often it was done. */
@Controller()
export class SuggestionController {
  constructor(
    private readonly suggester: Suggester,
    private readonly shown: ShownSuggestions,
    private readonly agreements: SuggestionAgreement,
  ) {}

  @Handles('POST /api/routing/suggest')
  async suggest({ body }: RouteInput<'POST /api/routing/suggest'>): Promise<RouteAnswer<'POST /api/routing/suggest'>> {
    const { title, content, categoryCode = null, areaCode = null } = body;
    const { category, department } = await this.suggester.suggest({ title, text: content, categoryCode, areaCode });
    return { category: [...category.best], department: [...department.best] };
  }

  @Handles('GET /api/tickets/:id/suggestion')
  ofTicket(
    { params }: RouteInput<'GET /api/tickets/:id/suggestion'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/tickets/:id/suggestion'>> {
    return this.shown.of(params.id, caller);
  }

  @Handles('GET /api/suggestion-agreement')
  agreement({
    query,
  }: RouteInput<'GET /api/suggestion-agreement'>): Promise<RouteAnswer<'GET /api/suggestion-agreement'>> {
    return this.agreements.page(query);
  }
}
