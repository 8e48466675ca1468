import { instant } from '../words/instant';
import type { MessageRow } from './message-row';

/** What is known of how a message stands, in words: why it was not sent, or when it was and will be. */
export const messageStanding = (row: MessageRow): string =>
  [row.sending > 1 ? `第${row.sending}次发送` : null, ...lastWords(row)].filter(Boolean).join('，');

function lastWords({ state, reason, nextAt, attempts, deliveredAt, sentAt }: MessageRow): (string | null)[] {
  if (state === 'delivered' && deliveredAt) return [`${instant(deliveredAt)} 送达`];
  if (state === 'sent' && sentAt) return [`${instant(sentAt)} 发出`];
  if (state === 'kept') return ['未接入短信平台，诉求人没有收到'];
  const isLater = nextAt !== null && state !== 'waiting';
  return [reason, attempts > 1 ? `已试${attempts}次` : null, isLater ? `${instant(nextAt)} 再发` : null];
}
