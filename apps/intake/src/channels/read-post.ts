import type { Inbound } from '#http-api/inbound-shapes';
import type { Read } from './adapter';
import { readForm } from './read-form';

/** Who asks is known by the name they write under; when, if nothing else is said, by the post. */
export const readPost = (message: Inbound<'weibo' | 'forum'>): Read =>
  readForm({
    ...message,
    citizen: { name: message.post.author.slice(0, 60) },
    occurredAt: message.occurredAt ?? message.post.postedAt,
  });
