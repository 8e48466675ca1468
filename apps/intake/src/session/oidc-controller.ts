import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { OidcSignIn } from './oidc-sign-in';
import { SignInRefused } from './sign-in-refused';

/** Sends browsers to the identity provider and takes them back: into the console, or to the login page with a reason. */
@Controller()
export class OidcController {
  constructor(private readonly signIn: OidcSignIn) {}

  @Handles('GET /api/session/oidc')
  begin({ query }: RouteInput<'GET /api/session/oidc'>, _nobody: Caller, reply: FastifyReply): Promise<undefined> {
    return send(reply, this.signIn.begin(query.returnTo, reply));
  }

  @Handles('GET /api/session/oidc/callback')
  finish(
    { query }: RouteInput<'GET /api/session/oidc/callback'>,
    _nobody: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    return send(reply, this.signIn.finish(query.state, reply));
  }
}

async function send(reply: FastifyReply, way: Promise<string>): Promise<undefined> {
  const address = await way.catch((error: unknown) => {
    if (error instanceof SignInRefused) return `/app/login?problem=${error.problem}`;
    throw error;
  });
  void reply.header('location', address);
  return undefined;
}
