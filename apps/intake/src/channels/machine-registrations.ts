import { Injectable } from '@nestjs/common';
import type { Inbound, MachineChannel } from '#http-api/inbound-shapes';
import type { RouteAnswer } from '#http-api/routes';
import { ticketInput } from '#http-api/ticket-shapes';
import { KeyTaken } from '#store/store-errors';
import type { ChannelClient } from '#platform/channel-clients';
import { parsed } from '#platform/parse-input';
import type { MachineAdapter } from './adapter';
import { adapters } from './adapters';
import { KnownMessages } from './known-messages';
import { Registering } from './registering';

type Told = RouteAnswer<'POST /api/channels/:channel/tickets'>;

const machines: { readonly [Name in MachineChannel]: MachineAdapter<Name> } = adapters;

/** Messages of other systems become tickets. */
@Injectable()
export class MachineRegistrations {
  constructor(
    private readonly registering: Registering,
    private readonly messages: KnownMessages,
  ) {}

  /** The same message again, also in parallel, is answered as the first time and makes nothing. @throws Refusal */
  async register<Name extends MachineChannel>(
    channel: Name,
    message: Inbound<Name>,
    client: ChannelClient,
  ): Promise<Told> {
    const value = this.messages.digest(client, channel, message.messageId);
    const earlier = await this.messages.answered(value);
    if (earlier) return earlier;
    const body = parsed(ticketInput, { channel, ...machines[channel].read(message, client) });
    try {
      const { ticket } = await this.registering.register(body, { ...client, origin: { kind: 'message', value } });
      return { number: ticket.number, code: ticket.trackingCode };
    } catch (error) {
      const first = error instanceof KeyTaken && error.kind === 'message' && (await this.messages.answered(value));
      if (!first) throw error;
      return first;
    }
  }
}
