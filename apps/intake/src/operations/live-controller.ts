import type { ServerResponse } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RouteInput } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { heldTokenOf } from '#platform/held-token';
import { LiveChanges, type LiveStream } from '#platform/live-changes';
import { Sessions } from '#platform/sessions';

const head = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };

/** What changed, as it changes: one event a batch, carrying the ids of tickets in the caller's scope. */
@Controller()
export class LiveController {
  constructor(
    private readonly changes: LiveChanges,
    private readonly sessions: Sessions,
  ) {}

  @Handles('GET /api/events')
  async stream(_input: RouteInput<'GET /api/events'>, caller: Caller, reply: FastifyReply): Promise<undefined> {
    const { token } = heldTokenOf(reply.request) ?? { token: '' };
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, head);
    const { leave, listening } = this.changes.listen(this.streamTo(raw, caller, token));
    const closed = new Promise<void>((resolve) => raw.once('close', () => resolve())).then(leave);
    await listening;
    if (!raw.destroyed) raw.write(': open\n\n');
    await closed;
    return undefined;
  }

  /** A page whose stream ends asks again, and is let in as who its caller is by then. */
  private streamTo(raw: ServerResponse, caller: Caller, token: string): LiveStream {
    return {
      caller,
      isTheirs: async () => isDeepStrictEqual(await this.sessions.callerOf(token), caller),
      tell: (news, ticketIds) => void raw.write(`event: ${news}\ndata: ${JSON.stringify({ ticketIds })}\n\n`),
      tellCall: (callId) => void raw.write(`event: calls\ndata: ${JSON.stringify({ callId })}\n\n`),
      tellNews: (news, ids) => void raw.write(`event: ${news}\ndata: ${JSON.stringify({ ids })}\n\n`),
      tellNoticed: () => void raw.write('event: notices\ndata: {}\n\n'),
      beat: () => void raw.write(': still here\n\n'),
      unread: () => raw.writableLength,
      replace: () => void raw.end('event: replaced\ndata: {}\n\n'),
      end: () => void raw.end(),
      drop: () => void raw.destroy(),
    };
  }
}
