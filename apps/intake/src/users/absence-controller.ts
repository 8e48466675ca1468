import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Absences } from './absences';
import { UserReading } from './user-reading';

/** Deputies while somebody is away: named by themselves, or by the administrator. */
@Controller()
export class AbsenceController {
  constructor(
    private readonly absences: Absences,
    private readonly reading: UserReading,
  ) {}

  @Handles('GET /api/colleagues')
  colleagues(
    { query }: RouteInput<'GET /api/colleagues'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/colleagues'>> {
    return this.reading.colleagues(query, caller);
  }

  @Handles('GET /api/session/absence')
  own(
    _input: RouteInput<'GET /api/session/absence'>,
    caller: Caller,
  ): Promise<RouteAnswer<'GET /api/session/absence'>> {
    return this.absences.of(caller.id);
  }

  @Handles('PUT /api/session/absence')
  async setOwn({ body }: RouteInput<'PUT /api/session/absence'>, caller: Caller): Promise<undefined> {
    await this.absences.set(caller.id, body, caller);
    return undefined;
  }

  @Handles('DELETE /api/session/absence')
  async endOwn(_input: RouteInput<'DELETE /api/session/absence'>, caller: Caller): Promise<undefined> {
    await this.absences.end(caller.id, caller);
    return undefined;
  }

  @Handles('PUT /api/users/:id/absence')
  async set(
    { params, body }: RouteInput<'PUT /api/users/:id/absence'>,
    caller: Caller,
  ): Promise<RouteAnswer<'PUT /api/users/:id/absence'>> {
    await this.absences.set(params.id, body, caller);
    return this.reading.one(params.id);
  }

  @Handles('DELETE /api/users/:id/absence')
  async end(
    { params }: RouteInput<'DELETE /api/users/:id/absence'>,
    caller: Caller,
  ): Promise<RouteAnswer<'DELETE /api/users/:id/absence'>> {
    await this.absences.end(params.id, caller);
    return this.reading.one(params.id);
  }
}
