import { Controller } from '@nestjs/common';
import type { RouteInput } from '#http-api/routes';
import type { SurveyView } from '#http-api/survey-shapes';
import { Handles } from '#platform/handles';
import { Surveys } from './surveys';

/** 链接评价: the citizen says by a link what came of it. */
@Controller()
export class SurveyController {
  constructor(private readonly surveys: Surveys) {}

  @Handles('GET /api/public/surveys/:token')
  view({ params }: RouteInput<'GET /api/public/surveys/:token'>): Promise<SurveyView> {
    return this.surveys.view(params.token);
  }

  @Handles('POST /api/public/surveys/:token')
  answer({ params, body }: RouteInput<'POST /api/public/surveys/:token'>): Promise<SurveyView> {
    return this.surveys.answer(params.token, body);
  }
}
