import { Controller } from '@nestjs/common';
import { reviewRuleInput, reviewRuleView } from '#http-api/review-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { ReviewRuleKeeping } from './review-rule-keeping';

/** 审核规则. */
@Controller()
export class ReviewRuleController {
  constructor(
    private readonly rules: ReviewRuleKeeping,
    renders: Renders,
  ) {
    renders.add(reviewRuleView, ({ params, body }) =>
      rules.one(params['rule'] ?? '', reviewRuleInput.parse(body).categoryCode),
    );
  }

  @Handles('GET /api/review-rules')
  list({ query }: RouteInput<'GET /api/review-rules'>): Promise<RouteAnswer<'GET /api/review-rules'>> {
    return this.rules.list(query);
  }

  @Handles('PUT /api/review-rules/:rule')
  keep(
    { params, body }: RouteInput<'PUT /api/review-rules/:rule'>,
    caller: Caller,
  ): Promise<RouteAnswer<'PUT /api/review-rules/:rule'>> {
    return this.rules.keep(params.rule, body, caller);
  }
}
