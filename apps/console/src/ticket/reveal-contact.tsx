import { EyeOutlined } from '@ant-design/icons';
import { Button, Descriptions, Modal } from 'antd';
import { useState } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { transitions } from '#ticket/transition';
import { useUser } from '../identity/session';
import { mayCall } from '../identity/may-call';
import { ActionForm } from '../moves/action-form';
import { revealForm } from '../moves/move-forms';
import type { TicketView } from '../moves/move-target';

type Contact = RouteAnswer<'POST /api/tickets/:id/reveal'>;

/** 查看联系方式: asks for the reason, shows the answer, and forgets it when closed. */
export function RevealContact({ ticket }: { ticket: TicketView }) {
  const { id, roles } = useUser();
  const [isOpen, setOpen] = useState(false);
  const [contact, setContact] = useState<Contact | null>(null);
  if (!mayCall(revealForm.route, roles) || !isKnown(ticket, id)) return null;
  const close = (): void => {
    setOpen(false);
    setContact(null);
  };
  const move = {
    key: 'reveal',
    name: 'reveal',
    label: transitions.reveal.label,
    form: revealForm,
    target: { ticket },
    refused: null,
  } as const;
  return (
    <>
      <Button size="small" icon={<EyeOutlined />} onClick={() => setOpen(true)}>
        {transitions.reveal.label}
      </Button>
      <Modal open={isOpen} onCancel={close} footer={null} destroyOnHidden title={transitions.reveal.label} width={440}>
        {contact ? (
          <ContactFacts contact={contact} shown={ticket} />
        ) : (
          <ActionForm move={move} onDone={(answer) => setContact(answer as Contact)} />
        )}
      </Modal>
    </>
  );
}

/** Departments are not told which citizen it is, only a masked one; of a protected one whoever was agreed to knows. */
const isKnown = ({ citizen, identityConsents }: TicketView, userId: string): boolean =>
  citizen.id !== null ||
  citizen.name !== null ||
  citizen.phone !== null ||
  identityConsents.some(({ id }) => id === userId);

/** What was said is told again only to whom the page does not show it whole. */
const ContactFacts = ({ contact, shown }: { contact: Contact; shown: TicketView }) => (
  <Descriptions
    column={1}
    items={[
      { key: 'name', label: '姓名', children: contact.name ?? '未留' },
      { key: 'phone', label: '联系电话', children: <strong className="revealed">{contact.phone ?? '未留'}</strong> },
      { key: 'address', label: '住址', children: contact.address ?? '未留' },
      ...(shown.title === contact.title ? [] : [{ key: 'title', label: '标题原文', children: contact.title }]),
      ...(shown.content === contact.content ? [] : [said('content', '诉求原文', contact.content)]),
      ...contact.supplements.flatMap((text, index) =>
        shown.supplements[index]?.text === text ? [] : [said(`supplement-${index}`, '追加原文', text)],
      ),
    ]}
  />
);

const said = (key: string, label: string, text: string) => ({
  key,
  label,
  children: <span className="matter-text">{text}</span>,
});
