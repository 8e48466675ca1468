import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ticketInput } from '#http-api/ticket-shapes';
import { KeyTaken, NotFound } from '#store/store-errors';
import { Admission } from '#platform/admission';
import type { ChannelClient } from '#platform/channel-clients';
import { parsed } from '#platform/parse-input';
import { Refusal } from '#platform/problems';
import { KnownMessages } from '../channels/known-messages';
import { Registering } from '../channels/registering';
import { readRequest, requestForm } from './request-form';
import { Services } from './services';

interface Asked {
  readonly fields: Record<string, unknown>;
  readonly address: string;
  /** By which the same request is known when it comes again; without one it is another. */
  readonly messageId: string | undefined;
}

/** Somebody asks for a service: a ticket of the channel `open311`. */
@Injectable()
export class Asking {
  constructor(
    private readonly admission: Admission,
    private readonly services: Services,
    private readonly registering: Registering,
    private readonly messages: KnownMessages,
  ) {}

  /** @throws Refusal 403 without a key of ours, 404 for a service that there is not, 400 for none and for what cannot be meant */
  async ask({ fields, address, messageId = randomUUID() }: Asked): Promise<object[]> {
    const client = await this.client(fields.api_key, address);
    if (typeof fields.service_code !== 'string' || fields.service_code === '')
      throw new Refusal('invalid', '请提供 service_code');
    this.services.named(fields.service_code);
    const token = this.messages.digest(client, 'open311', messageId);
    if (!(await this.messages.ticketOf(token))) await this.register(fields, token, client);
    return [{ ...(await this.numberOf(token)), service_notice: null, account_id: null }];
  }

  /** @throws NotFound for a token that nobody was given */
  async byToken(token: string): Promise<object[]> {
    return [{ ...(await this.numberOf(token)), token }];
  }

  private async register(fields: Record<string, unknown>, value: string, client: ChannelClient): Promise<void> {
    const body = parsed(ticketInput, { channel: 'open311', ...readRequest(parsed(requestForm, fields)) });
    const origin = { kind: 'message', value } as const;
    await this.registering.register(body, { ...client, origin }).catch((error: unknown) => {
      if (!(error instanceof KeyTaken && error.kind === 'message')) throw error;
    });
  }

  private async numberOf(token: string): Promise<{ service_request_id: string; token: string }> {
    const told = await this.messages.answered(token);
    if (!told) throw new NotFound('token');
    return { service_request_id: told.number, token };
  }

  private async client(key: unknown, address: string): Promise<ChannelClient> {
    const client = typeof key === 'string' && key !== '' ? await this.admission.byApiKey(key, address) : null;
    if (!client?.channels.includes('open311')) throw new Refusal('forbidden', '缺少 api_key，或 api_key 无效');
    return client;
  }
}
