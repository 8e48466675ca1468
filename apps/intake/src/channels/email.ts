import { channelNeeds } from '#http-api/channel-needs';
import type { Adapter } from './adapter';
import { senderOf } from './mail-sender';
import { ownWords } from './own-words';
import { readForm } from './read-form';
import { textOfHtml } from './text-of-html';

/** 邮件: what the sender wrote themselves, without what they quoted and what their program adds. */
export const email: Adapter<'email'> = {
  needs: channelNeeds.email,
  read: ({ from, subject = '', text, html, sentAt }) => {
    const content = ownWords(text?.trim() ? text : textOfHtml(html ?? '')).slice(0, longest);
    const { name, address } = senderOf(from);
    return readForm({
      title: withoutPrefixes(subject).slice(0, longestTitle),
      content,
      // Written where the citizen's own address is: encrypted, and masked until somebody asks for it.
      citizen: { ...(name && { name }), address: `电子邮箱 ${address}` },
      occurredAt: sentAt,
    });
  },
};

/** As many characters as a ticket takes. */
const [longestTitle, longest] = [200, 20_000];

/** 回复：Re: 转发：… say nothing of the matter. */
const withoutPrefixes = (subject: string): string =>
  subject.replace(/^(\s*(回复|答复|转发|re|fw|fwd)\s*[:：])+/i, '').trim();
