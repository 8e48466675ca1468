import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { LiveChanges } from '#platform/live-changes';

/** A comment this often keeps proxies from closing a quiet stream. */
const heartbeatMs = 25_000;

/** What changed, as it changes: one event a batch, carrying the ids of tickets in the caller's scope. */
@Controller()
export class LiveController {
  constructor(private readonly changes: LiveChanges) {}

  @Handles('GET /api/events')
  async stream(_input: RouteInput<'GET /api/events'>, caller: Caller, reply: FastifyReply): Promise<undefined> {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    raw.write(': open\n\n');
    const closed = new Promise<void>((resolve) => raw.once('close', () => resolve()));
    const stop = await this.changes.listen(caller, (ticketIds) => {
      raw.write(`event: tickets\ndata: ${JSON.stringify({ ticketIds })}\n\n`);
    });
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs);
    const ending = this.changes.whenClosing(() => raw.end());
    await closed;
    clearInterval(heartbeat);
    ending();
    stop();
    return undefined;
  }
}
