import type { OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { anchorFile, anchorFileName, dayOfAnchorFile } from '#store/anchor-file';
import { anchorOfDay, newestAnchors } from '#store/anchor-rows';
import { Database } from '#store/database';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { cut, readCursor } from '#platform/cursor';
import { Handles } from '#platform/handles';

/** The daily anchors of all history, for whoever keeps them where nobody of the house can change them. */
@Controller()
export class AnchorController {
  constructor(private readonly database: Database) {}

  @Handles('GET /api/audit/anchors')
  async list({ query }: RouteInput<'GET /api/audit/anchors'>): Promise<RouteAnswer<'GET /api/audit/anchors'>> {
    const [before] = readCursor(query.cursor, 'day') ?? [];
    const anchors = await newestAnchors(this.database.sql, query.limit + 1, before);
    const { shown, nextCursor } = cut(anchors, query.limit, ({ day }) => [day]);
    return { items: shown, nextCursor };
  }

  @Handles('GET /api/audit/anchors/:day')
  async file(
    { params }: RouteInput<'GET /api/audit/anchors/:day'>,
    _caller: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    const name = anchorFileName(params.day);
    const anchor = dayOfAnchorFile(name) && (await anchorOfDay(this.database.sql, params.day));
    if (!anchor) throw new NotFound('anchor');
    const { raw } = reply.hijack().headers({
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    });
    raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
    // Who left before the end, or a database that went away, cuts the file short: there is nobody to tell.
    await pipeline(Readable.from(anchorFile(this.database.sql, anchor)), raw).catch(() => undefined);
    return undefined;
  }
}
