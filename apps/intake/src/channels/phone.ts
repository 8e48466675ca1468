import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';

/** 电话: an agent types while the citizen speaks; the call comes with it (calls/). */
export const phone: Adapter<'phone'> = { needs: channelNeeds.phone, read: null };
