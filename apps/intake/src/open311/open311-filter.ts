import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '#http-api/problem';
import { problemOfError } from '#platform/problem-of-error';
import { sayInHeaders } from '#platform/send-problem';
import { formatOf, send } from './answer-format';

/** Errors as GeoReport v2 has them: a list of code and description, in the format that was asked for. */
@Catch()
export class Open311Filter implements ExceptionFilter {
  private readonly log = new Logger(Open311Filter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const problem = problemOfError(error);
    if (problem.status >= 500) this.log.error(error);
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    sayInHeaders(reply, problem);
    const format = formatOf(http.getRequest<FastifyRequest>().url);
    send(reply, { format, root: 'errors', status: problem.status }, errorsOf(problem));
  }
}

const errorsOf = ({ status, detail, errors }: Problem): object[] =>
  errors && errors.length > 0
    ? errors.map(({ path, message }) => ({ code: status, description: path ? `${path}: ${message}` : message }))
    : [{ code: status, description: detail }];
