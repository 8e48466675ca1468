import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';
import { readForm } from './read-form';

/** 媒体: which paper or programme, and where it stands. */
export const media: Adapter<'media'> = {
  needs: channelNeeds.media,
  read: ({ outlet, url, publishedAt, ...form }) =>
    readForm({
      ...form,
      attributes: { 媒体: outlet, ...(url && { 报道网址: url }), ...(publishedAt && { 报道时间: publishedAt }) },
    }),
};
