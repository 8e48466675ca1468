import { MessageSending } from '#intake/messages/message-sending';
import { ListeningSystem } from '#testing/listening-system';
import type { TestHouse } from '#testing/test-house';

interface Sent {
  readonly kind: string;
  readonly text: string;
}

/** A gateway for messages that remembers the links to surveys which passed through it. */
export interface SurveyGateway {
  /** Of all messages about a ticket, in the order in which they left. */
  tokensOf(ticket: { number: string }, kind?: string): Promise<string[]>;
  /** Of the last one. @throws Error when no link was sent */
  tokenOf(ticket: { number: string }, kind?: string): Promise<string>;
  close(): Promise<void>;
}

export async function surveyGateway(house: TestHouse): Promise<SurveyGateway> {
  const gateway = await ListeningSystem.open();
  const admin = await house.as('admin');
  await admin.call('POST /api/message-settings/new-secret', { body: {} });
  const { version, hasSecret: _, changedAt: __, ...now } = await admin.call('GET /api/message-settings');
  const address = { provider: 'webhook', webhookUrl: gateway.url, ratingUrl: 'https://12345.example.cn/s/' } as const;
  const headers = { 'if-match': `"${version}"` };
  await admin.call('PUT /api/message-settings', { body: { ...now, ...address }, headers });
  const tokensOf: SurveyGateway['tokensOf'] = async ({ number }, kind) => {
    await house.settle();
    await house.app.get(MessageSending, { strict: false }).sendAll();
    const sent = gateway.told.map(({ body }) => body as Sent).filter(({ text }) => text.includes(number));
    return sent
      .filter((each) => kind === undefined || each.kind === kind)
      .flatMap(({ text }) => /https:\/\/12345\.example\.cn\/s\/([\w-]{22}) /.exec(text)?.[1] ?? []);
  };
  return {
    tokensOf,
    tokenOf: async (ticket, kind) => {
      const token = (await tokensOf(ticket, kind)).at(-1);
      if (token === undefined) throw new Error(`no link was sent about ${ticket.number}`);
      return token;
    },
    close: () => gateway.close(),
  };
}
