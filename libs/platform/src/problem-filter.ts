import { Catch, Logger, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { routes } from '#http-api/routes';
import type { RouteRow } from '#http-api/route';
import { noSuchOperation } from './no-such-operation';
import { problemOfError } from './problem-of-error';
import { sendProblem } from './send-problem';

/** Answers every failure as application/problem+json; what is our own fault is logged with its stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    // Nest's own: of what somebody asked for, our code says by errors of ours that it is not there.
    const cause = error instanceof NotFoundException ? noSuchOperation(request) : error;
    const problem = problemOfError(cause, consumedBy(request));
    if (problem.status >= 500) this.log.error(error);
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    sendProblem(reply, problem);
  }
}

/** What the operation takes, where that is not JSON. Nest may have met the fault before Fastify knew which one it is. */
function consumedBy({ method, routeOptions }: FastifyRequest): readonly string[] | undefined {
  const row = (routes as Readonly<Record<string, RouteRow | undefined>>)[`${method} ${routeOptions.url ?? ''}`];
  return row?.consumes;
}
