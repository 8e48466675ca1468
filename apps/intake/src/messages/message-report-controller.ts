import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { undeliveredReasons } from '#ticket/message-state';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { Clock } from '#store/clock-now';
import { noteDelivery } from '#store/message-queue';
import { readMessageKey } from '#store/message-rows';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { tellMessages } from '#platform/live-changes';
import { Refusal } from '#platform/problems';
import { signedTextOf } from '#platform/signed-text';
import { isSigned } from '#platform/posting/signature';
import { readMessageSettings } from './message-settings-row';
import { MessageSources } from './message-sources';

type Report = RouteInput<'POST /api/message-reports'>['body']['reports'][number];

/** 状态报告: what a gateway tells of messages that it was given. It may tell it twice, late, and before our own note. */
@Controller()
export class MessageReportController {
  constructor(
    private readonly sources: MessageSources,
    private readonly clock: Clock,
  ) {}

  @Handles('POST /api/message-reports')
  async report(
    { body }: RouteInput<'POST /api/message-reports'>,
    _nobody: Caller,
    reply: FastifyReply,
  ): Promise<RouteAnswer<'POST /api/message-reports'>> {
    await this.checkSigned(reply);
    const known: string[] = [];
    for (const report of body.reports) known.push(...(await this.note(report)));
    await tellMessages(this.sources.sql, known);
    return { known: known.length };
  }

  /** @throws Refusal for whoever does not have the secret, or says what somebody said before */
  private async checkSigned({ request }: FastifyReply): Promise<void> {
    const listener = this.sources.listener(await readMessageSettings(this.sources.sql));
    const { 'x-hotline-timestamp': timestamp, 'x-hotline-signature': signature } = request.headers;
    const signed = { timestamp, signature, body: signedTextOf(request) };
    if (!listener || !isSigned(signed, listener.secret, this.clock.now()))
      throw new Refusal('unauthenticated', '签名缺失、有误或已过期');
  }

  /** The ticket that it tells of; none for a message that is not ours. */
  private async note({ delivery, state, reason = 'other' }: Report): Promise<string[]> {
    const key = readMessageKey(delivery);
    if (!key) return [];
    const isDelivered = state === 'delivered';
    const told = isDelivered ? null : `平台报告未送达：${undeliveredReasons[reason].label}`;
    const ticketId = await noteDelivery(this.sources.sql, key, { isDelivered, reason: told, at: this.clock.now() });
    return ticketId ? [ticketId] : [];
  }
}
