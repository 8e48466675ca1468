import type { FastifyReply } from 'fastify';
import type { Problem } from '#http-api/problem';

/** Answers a problem as application/problem+json. */
export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (problem.retryAfter !== undefined) void reply.header('retry-after', String(problem.retryAfter));
  void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
