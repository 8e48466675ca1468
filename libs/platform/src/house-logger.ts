import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';
import { messageOf, placesOf, toldError } from '#store/told-error';

/**
 * Nest's logger over pino: one JSON line an event. Nobody logs a request's body, and of an error only what carries no
 * data is written, so no personal data gets here.
 */
export class HouseLogger implements LoggerService {
  private readonly pino: Logger;

  /** @param to standard output, unless a test reads it */
  constructor(level: string, to?: DestinationStream) {
    const options = { level, base: undefined, serializers: { err: toldError } };
    this.pino = to ? pino(options, to) : pino(options);
  }

  log = (message: unknown, ...rest: unknown[]): void => this.write('info', message, rest);
  error = (message: unknown, ...rest: unknown[]): void => this.write('error', message, rest);
  warn = (message: unknown, ...rest: unknown[]): void => this.write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]): void => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]): void => this.write('trace', message, rest);

  /** Nest gives the context last, and a stack before it. */
  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    if (message instanceof Error) this.pino[level]({ context, err: message }, messageOf(message));
    else this.pino[level]({ context, ...(rest.length > 1 && { stack: placesOf(String(rest[0])) }) }, String(message));
  }
}
