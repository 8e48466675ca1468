import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { problemOfError } from './problem-of-error';
import { sendProblem } from './send-problem';

/** Answers every failure as application/problem+json; what is our own fault is logged with its stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = problemOfError(error);
    if (problem.status >= 500) this.log.error(error);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    sendProblem(reply, problem);
  }
}
