import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';
import { readPost } from './read-post';

/** 网络问政: a post on a forum, answered there. */
export const forum: Adapter<'forum'> = { needs: channelNeeds.forum, read: readPost };
