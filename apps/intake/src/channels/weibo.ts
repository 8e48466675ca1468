import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';
import { readPost } from './read-post';

/** 微博: its author asks, and reads the answer where everybody does. */
export const weibo: Adapter<'weibo'> = { needs: channelNeeds.weibo, read: readPost };
