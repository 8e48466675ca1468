import type { FastifyReply } from 'fastify';
import type { Problem } from '#http-api/problem';

/** Answers a problem as application/problem+json; when it may be asked again is a header too. */
export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (problem.retryAfterSeconds !== undefined) void reply.header('retry-after', problem.retryAfterSeconds);
  void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
