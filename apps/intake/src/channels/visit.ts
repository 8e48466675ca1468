import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';

/** 走访登门: what a team heard at the door; belongs to a visit. */
export const visit: Adapter<'visit'> = { needs: channelNeeds.visit, read: null };
