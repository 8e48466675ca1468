import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';
import { readForm } from './read-form';

/** 领导信箱/留言板: whose mailbox it was, and the letter's number there. */
export const leaderMailbox: Adapter<'leader-mailbox'> = {
  needs: channelNeeds['leader-mailbox'],
  read: ({ mailbox, letterNumber, ...form }) =>
    readForm({ ...form, attributes: { 信箱: mailbox, ...(letterNumber && { 信件编号: letterNumber }) } }),
};
