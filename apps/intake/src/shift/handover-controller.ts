import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { handoverView } from '#http-api/shift-shapes';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { sendDocument } from '#platform/documents/send-document';
import { HandoverReading, type HandoverView } from './handover-reading';
import { Handovers } from './handovers';

/** 交接班. */
@Controller()
export class HandoverController {
  constructor(
    private readonly handovers: Handovers,
    private readonly reading: HandoverReading,
    renders: Renders,
  ) {
    renders.add(handoverView, ({ reference }) => reading.one(reference));
  }

  @Handles('GET /api/handovers')
  list({ query }: RouteInput<'GET /api/handovers'>): Promise<RouteAnswer<'GET /api/handovers'>> {
    return this.reading.list(query);
  }

  @Handles('POST /api/handovers')
  async open({ body }: RouteInput<'POST /api/handovers'>, caller: Caller): Promise<HandoverView> {
    return this.reading.one(await this.handovers.open(body, caller));
  }

  @Handles('GET /api/handovers/:id')
  one({ params }: RouteInput<'GET /api/handovers/:id'>): Promise<HandoverView> {
    return this.reading.one(params.id);
  }

  @Handles('GET /api/handovers/:id/document')
  async document(
    { params, query }: RouteInput<'GET /api/handovers/:id/document'>,
    _caller: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    const document = await this.reading.document(params.id);
    return sendDocument(reply, document, { name: document.title, format: query.format });
  }

  @Handles('PUT /api/handovers/:id/notes')
  async note(
    { params, version, body }: RouteInput<'PUT /api/handovers/:id/notes'>,
    caller: Caller,
  ): Promise<HandoverView> {
    await this.handovers.note(params.id, version, body, caller);
    return this.reading.one(params.id);
  }

  @Handles('POST /api/handovers/:id/hand-over')
  async handOver({ params }: RouteInput<'POST /api/handovers/:id/hand-over'>, caller: Caller): Promise<HandoverView> {
    await this.handovers.handOver(params.id, caller);
    return this.reading.one(params.id);
  }

  @Handles('POST /api/handovers/:id/accept')
  async accept({ params }: RouteInput<'POST /api/handovers/:id/accept'>, caller: Caller): Promise<HandoverView> {
    await this.handovers.accept(params.id, caller);
    return this.reading.one(params.id);
  }

  @Handles('POST /api/handovers/:id/corrections')
  async correct(
    { params, body }: RouteInput<'POST /api/handovers/:id/corrections'>,
    caller: Caller,
  ): Promise<HandoverView> {
    await this.handovers.correct(params.id, body, caller);
    return this.reading.one(params.id);
  }
}
