import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';

/** 来访: an agent types what is said at the desk. */
export const walkIn: Adapter<'walk-in'> = { needs: channelNeeds['walk-in'], read: null };
