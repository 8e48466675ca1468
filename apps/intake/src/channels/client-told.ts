import type { AdminAction } from '#ticket/admin-event';
import type { RouteAnswer } from '#http-api/routes';
import type { ChannelClientRow } from '#store/channel-client-rows';

type View = RouteAnswer<'PATCH /api/channel-clients/:id'>;

/** When it was used last is no change that anybody made. */
const toldClient = ({ revokedAt, expiresAt, ...client }: ChannelClientRow): object => ({
  name: client.name,
  channels: client.channels,
  addresses: client.addresses,
  system: client.system,
  webhookUrl: client.webhookUrl,
  readsReports: client.readsReports,
  expiresAt: expiresAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
});

/** A change of a client, as the log keeps it. */
export const changeOf = (action: AdminAction, before: ChannelClientRow | null, after: ChannelClientRow) =>
  ({
    subject: 'channel-client',
    subjectId: after.id,
    action,
    before: before && toldClient(before),
    after: toldClient(after),
  }) as const;

/** A client as the administrator sees it. */
export const viewOf = (row: ChannelClientRow): View => ({
  id: row.id,
  name: row.name,
  channels: row.channels,
  addresses: row.addresses,
  system: row.system,
  webhookUrl: row.webhookUrl,
  hasSecret: row.hasSecret,
  readsReports: row.readsReports,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  madeAt: row.madeAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});
