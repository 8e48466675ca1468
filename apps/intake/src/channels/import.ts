import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';

/** 导入: tickets of an earlier system, by files only. */
export const imported: Adapter<'import'> = { needs: channelNeeds.import, read: null };
