import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { SurveyResults } from './survey-results';

/** 调查导入 as a file. */
@Controller()
export class SurveyResultController {
  constructor(private readonly results: SurveyResults) {}

  @Handles('POST /api/survey-results')
  take(
    { body }: RouteInput<'POST /api/survey-results'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/survey-results'>> {
    return this.results.take(body, caller);
  }
}
