import type { FastifyReply } from 'fastify';
import type { Problem } from '#http-api/problem';

/** Answers a problem as application/problem+json. */
export function sendProblem(reply: FastifyReply, problem: Problem): void {
  sayInHeaders(reply, problem);
  void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** When it may be asked again, and how else, is said by headers too. */
export function sayInHeaders(reply: FastifyReply, { retryAfterSeconds, allow }: Problem): void {
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', retryAfterSeconds);
  if (allow !== undefined) void reply.header('allow', allow.join(', '));
}
