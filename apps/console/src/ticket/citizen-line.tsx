import { Flex, Tag } from 'antd';
import type { TicketView } from '../moves/move-target';
import { AskErasure } from './ask-erasure';
import { RevealContact } from './reveal-contact';

/** The citizen, masked; the contact only for a recorded reason. */
export function CitizenLine({ ticket }: { ticket: TicketView }) {
  const { name, phone, gender, anonymous, confidential } = ticket.citizen;
  const called = gender === 'male' ? '先生' : gender === 'female' ? '女士' : '';
  return (
    <Flex gap={12} align="center" wrap className="citizen-line">
      <span className="quiet">诉求人</span>
      {anonymous && <Tag className="tag">匿名</Tag>}
      {confidential && (
        <Tag color="red" className="tag">
          要求保密
        </Tag>
      )}
      <strong>{name ? `${name} ${called}` : anonymous ? '' : '未留姓名'}</strong>
      <span className="number">{phone ?? '无联系电话'}</span>
      <RevealContact ticket={ticket} />
      <AskErasure ticket={ticket} />
    </Flex>
  );
}
