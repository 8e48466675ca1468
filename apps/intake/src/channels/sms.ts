import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';
import { readForm } from './read-form';

/** 短信: a number and a text. */
export const sms: Adapter<'sms'> = {
  needs: channelNeeds.sms,
  read: ({ from, text }) => readForm({ content: text.trim(), citizen: { phone: from } }),
};
