import { z } from 'zod';
import { channels } from '#ticket/channel';
import { enumOf, instant, looseText, page, text } from './fields';

/** The channels of which other systems bring anything: tickets, and of the phone its calls. */
const channelList = z.array(enumOf(channels)).min(1, '至少选择一个来源').max(Object.keys(channels).length);
const addressList = z.array(looseText(50)).max(50);

export const channelClientView = z.object({
  id: z.string(),
  name: z.string(),
  channels: z.array(enumOf(channels)),
  /** Networks it may ask from; any when there are none. */
  addresses: z.array(z.string()),
  madeAt: instant,
  revokedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
});

/** Its key is told once. */
export const channelClientWithKey = z.object({ client: channelClientView, key: z.string().nullable() });

export const channelClientInput = z.strictObject({
  name: text(60),
  channels: channelList,
  addresses: addressList.default([]),
});
export const channelClientEdit = z.strictObject({
  name: text(60).optional(),
  channels: channelList.optional(),
  addresses: addressList.optional(),
});
export const channelClientQuery = z.strictObject({ state: z.enum(['active', 'revoked']).optional(), ...page });
