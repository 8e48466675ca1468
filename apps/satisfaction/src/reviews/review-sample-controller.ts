import { Controller } from '@nestjs/common';
import { reviewSampleView } from '#http-api/review-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { ReviewSamples } from './review-samples';

/** 审核抽查. */
@Controller()
export class ReviewSampleController {
  constructor(
    private readonly samples: ReviewSamples,
    renders: Renders,
  ) {
    renders.add(reviewSampleView, ({ params }) => samples.one(params['id'] ?? ''));
  }

  @Handles('GET /api/review-samples')
  list({ query }: RouteInput<'GET /api/review-samples'>): Promise<RouteAnswer<'GET /api/review-samples'>> {
    return this.samples.list(query);
  }

  @Handles('POST /api/review-samples/:id/verdict')
  judge(
    { params, body }: RouteInput<'POST /api/review-samples/:id/verdict'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/review-samples/:id/verdict'>> {
    return this.samples.judge(params.id, body.reasonCode, caller);
  }
}
