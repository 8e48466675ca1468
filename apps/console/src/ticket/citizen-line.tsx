import { Flex, Tag } from 'antd';
import type { TicketView } from '../moves/move-target';
import { ProposeMark } from '../harassment/propose-mark';
import { AskErasure } from './ask-erasure';
import { RevealContact } from './reveal-contact';

/** The citizen, masked; the contact only for a recorded reason. */
export function CitizenLine({ ticket }: { ticket: TicketView }) {
  const { anonymous, confidential } = ticket.citizen;
  return (
    <Flex gap={12} align="center" wrap className="citizen-line">
      <span className="quiet">诉求人</span>
      {anonymous && <Tag className="tag">匿名</Tag>}
      {confidential && (
        <Tag color="red" className="tag">
          {ticket.type === 'report' ? '举报保密' : '要求保密'}
        </Tag>
      )}
      <WhoItIs ticket={ticket} />
      <RevealContact ticket={ticket} />
      <ProposeMark ticket={ticket} />
      <AskErasure ticket={ticket} />
    </Flex>
  );
}

/** What is not told is not said to be missing. */
function WhoItIs({ ticket: { citizen, erasedAt } }: { ticket: TicketView }) {
  const { name, phone, gender, anonymous, withheld } = citizen;
  if (withheld) return <span className="quiet">信息保密</span>;
  if (erasedAt) return <span className="quiet">个人信息已删除</span>;
  const called = gender === 'male' ? '先生' : gender === 'female' ? '女士' : '';
  return (
    <>
      <strong>{name ? `${name} ${called}` : anonymous ? '' : '未留姓名'}</strong>
      <span className="number">{phone ?? '无联系电话'}</span>
    </>
  );
}
