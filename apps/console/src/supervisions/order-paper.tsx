import { orderedBy } from '#ticket/supervision';
import { OfficialPaper } from '../parts/official-paper';
import { fullInstant } from '../words/instant';
import type { Order } from './supervision-page';

/** 2026年9月13日 */
function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 督办单, as it will look; the file is laid out by the server. */
export const OrderPaper = ({ order }: { order: Order }) => (
  <OfficialPaper
    redHead="督办单"
    number={order.documentNumber}
    signedBy={order.signed?.by.name}
    title={`关于办理“${order.ticket.title}”的督办单`}
    addressees={[order.mainTo.name]}
    copiesTo={order.copyTo}
    sections={[
      ['督办事项', `工单${order.ticket.number}由你单位承办。${orderedBy(order.cause, order.level)}`],
      [
        '批示情况',
        order.instruction &&
          `${dayInWords(order.instruction.date)}，${order.instruction.leader}批示：${order.instruction.text}（${order.instruction.receivedFrom}转来）`,
      ],
      ['督办要求', order.requirement],
      ['反馈时限', order.dueAt && `请于${fullInstant(order.dueAt).slice(0, 16)}前书面反馈办理情况。`],
    ]}
  />
);
