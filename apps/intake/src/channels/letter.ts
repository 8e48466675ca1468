import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';

/** 信件: an agent types what was written. */
export const letter: Adapter<'letter'> = { needs: channelNeeds.letter, read: null };
