import { numberedSections } from '#documents/numbered-sections';
import { dateInWords, type DocumentBlock, type OfficialDocument } from '#documents/official-document';
import { orderedBy, type LeaderInstruction } from '#ticket/supervision';
import { shanghaiText } from '#http-api/list-columns';
import type { OrderContents } from './order-contents';
import type { PrintedSupervision } from './printed-supervision';

/** 督办单 on paper: as it was signed, or as the draft that it is. */
export function supervisionDocument(order: OrderContents | PrintedSupervision): OfficialDocument {
  const signed = 'number' in order ? order : null;
  return {
    redHead: '督办单',
    number: signed?.number ?? null,
    signedBy: signed?.signedBy.name ?? null,
    title: `关于办理“${order.ticket.title}”的督办单`,
    addressees: [order.mainTo],
    copiesTo: order.copyTo,
    blocks: blocksOf(order),
    office: order.office,
    date: order.date,
  };
}

function blocksOf({ level, cause, requirement, instruction, ticket, answerBy }: OrderContents): DocumentBlock[] {
  const matter = `${dateInWords(ticket.registeredOn)}，12345热线受理“${ticket.title}”（工单号${ticket.number}），由你单位承办。${orderedBy(cause, level)}`;
  const sections: [heading: string, text: string][] = [
    ['督办事项', matter],
    ['批示情况', instruction ? instructed(instruction) : ''],
    ['督办要求', requirement],
    ['反馈时限', `请于${answerBy ? inWords(answerBy) : '督办时限'}前书面反馈办理情况。`],
  ];
  return numberedSections(sections);
}

const instructed = ({ leader, text, date, receivedFrom }: LeaderInstruction): string =>
  `${dateInWords(date)}，${leader}批示：${text}（${receivedFrom}转来）`;

/** 2026年9月17日18时00分, in Shanghai. */
function inWords(instant: string): string {
  const told = shanghaiText(instant);
  return `${dateInWords(told.slice(0, 10))}${told.slice(11, 13)}时${told.slice(14, 16)}分`;
}
