import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';

/** Open311: by its own protocol only. */
export const open311: Adapter<'open311'> = { needs: channelNeeds.open311, read: null };
