import { Controller } from '@nestjs/common';
import { lookAlertView } from '#http-api/privacy-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { Looks } from './looks';

/** Who looked at contacts, and who looked too often. */
@Controller()
export class LookController {
  constructor(
    private readonly looks: Looks,
    renders: Renders,
  ) {
    renders.add(lookAlertView, ({ params }) => looks.alert(params['id'] ?? ''));
  }

  @Handles('GET /api/looks')
  list({ query }: RouteInput<'GET /api/looks'>): Promise<RouteAnswer<'GET /api/looks'>> {
    return this.looks.list(query);
  }

  @Handles('GET /api/look-alerts')
  alerts({ query }: RouteInput<'GET /api/look-alerts'>): Promise<RouteAnswer<'GET /api/look-alerts'>> {
    return this.looks.alerts(query);
  }

  @Handles('POST /api/look-alerts/:id/settle')
  settle(
    { params, body }: RouteInput<'POST /api/look-alerts/:id/settle'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/look-alerts/:id/settle'>> {
    return this.looks.settle(params.id, body.note, caller);
  }
}
