import { Controller } from '@nestjs/common';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { userView, userWithPassword } from '#http-api/user-shapes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { SignInGate } from '#platform/sign-in-gate';
import { UserReading } from './user-reading';
import { UserStore } from './user-store';

type UserView = RouteAnswer<'GET /api/users/:id'>;
type WithPassword = RouteAnswer<'POST /api/users'>;

/** Who may sign in, as what, and where they belong. */
@Controller()
export class UserController {
  constructor(
    private readonly users: UserStore,
    private readonly reading: UserReading,
    private readonly gate: SignInGate,
    renders: Renders,
  ) {
    renders.add(userView, ({ reference }) => reading.one(reference));
    renders.add(userWithPassword, async ({ reference }) => ({ user: await reading.one(reference), password: null }));
  }

  @Handles('GET /api/users')
  list({ query }: RouteInput<'GET /api/users'>): Promise<RouteAnswer<'GET /api/users'>> {
    return this.reading.list(query);
  }

  @Handles('GET /api/users/:id')
  one({ params }: RouteInput<'GET /api/users/:id'>): Promise<UserView> {
    return this.reading.one(params.id);
  }

  @Handles('POST /api/users')
  async add({ body }: RouteInput<'POST /api/users'>, caller: Caller): Promise<WithPassword> {
    const { id, password } = await this.users.add(body, caller);
    return { user: await this.reading.one(id), password };
  }

  @Handles('PATCH /api/users/:id')
  async edit({ params, body }: RouteInput<'PATCH /api/users/:id'>, caller: Caller): Promise<UserView> {
    await this.users.edit(params.id, body, caller);
    return this.reading.one(params.id);
  }

  @Handles('POST /api/users/:id/reset-password')
  async reset({ params }: RouteInput<'POST /api/users/:id/reset-password'>, caller: Caller): Promise<WithPassword> {
    const password = await this.users.resetPassword(params.id, caller);
    return { user: await this.reading.one(params.id), password };
  }

  @Handles('POST /api/users/:id/disable')
  async disable({ params, body }: RouteInput<'POST /api/users/:id/disable'>, caller: Caller): Promise<UserView> {
    await this.users.disable(params.id, body.reason, caller);
    return this.reading.one(params.id);
  }

  @Handles('POST /api/users/:id/enable')
  async enable({ params }: RouteInput<'POST /api/users/:id/enable'>, caller: Caller): Promise<UserView> {
    await this.users.enable(params.id, caller);
    return this.reading.one(params.id);
  }

  @Handles('POST /api/users/:id/unlock')
  async unlock({ params }: RouteInput<'POST /api/users/:id/unlock'>, caller: Caller): Promise<UserView> {
    await this.users.change(params.id, 'unlock', caller, (_sql, account) => this.gate.unlock(account));
    return this.reading.one(params.id);
  }

  @Handles('POST /api/users/:id/end-sessions')
  async endSessions({ params }: RouteInput<'POST /api/users/:id/end-sessions'>, caller: Caller): Promise<UserView> {
    await this.users.endSessions(params.id, caller);
    return this.reading.one(params.id);
  }
}
