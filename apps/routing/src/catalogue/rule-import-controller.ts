import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { RuleImport } from './rule-import';

/** 派单目录 as a spreadsheet. */
@Controller()
export class RuleImportController {
  constructor(private readonly rules: RuleImport) {}

  @Handles('POST /api/dispatch-rules/import')
  take(
    { query, body }: RouteInput<'POST /api/dispatch-rules/import'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/dispatch-rules/import'>> {
    return query.preview ? this.rules.preview(body) : this.rules.take(body, caller);
  }
}
