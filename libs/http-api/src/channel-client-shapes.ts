import { z } from 'zod';
import { channels } from '#ticket/channel';
import { code, enumOf, instant, looseText, page, text, webAddress } from './fields';

/** The channels of which other systems bring anything: tickets, and of the phone its calls. */
const channelList = z.array(enumOf(channels)).max(Object.keys(channels).length);
const addressList = z.array(looseText(50)).max(50);

export const channelClientView = z.object({
  id: z.string(),
  name: z.string(),
  channels: z.array(enumOf(channels)),
  /** Networks it may ask from; any when there are none. */
  addresses: z.array(z.string()),
  /** What its tickets call their system: by it and their own number they are known. */
  system: z.string().nullable(),
  /** Where it is told what becomes of them. */
  webhookUrl: z.string().nullable(),
  hasSecret: z.boolean(),
  /** 报表读取: figures, and no ticket. */
  readsReports: z.boolean(),
  /** From then on its key opens nothing. */
  expiresAt: instant.nullable(),
  madeAt: instant,
  revokedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
});

/** Its key is told once. */
export const channelClientWithKey = z.object({ client: channelClientView, key: z.string().nullable() });

export const channelClientInput = z.strictObject({
  name: text(60),
  channels: channelList.default([]),
  addresses: addressList.default([]),
  system: code.nullable().default(null),
  webhookUrl: webAddress.nullable().default(null),
  readsReports: z.boolean().default(false),
  expiresAt: instant.nullable().default(null),
});
export const channelClientEdit = z.strictObject({
  name: text(60).optional(),
  channels: channelList.optional(),
  addresses: addressList.optional(),
  system: code.nullable().optional(),
  webhookUrl: webAddress.nullable().optional(),
  readsReports: z.boolean().optional(),
  expiresAt: instant.nullable().optional(),
});
export const channelClientQuery = z.strictObject({ state: z.enum(['active', 'revoked']).optional(), ...page });
