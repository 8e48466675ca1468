import { Card, Form } from 'antd';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { useSettled } from '../parts/use-settled';
import { RestrictionNotice } from '../harassment/restriction-notice';
import { CallerTickets } from './caller-tickets';

const digits = (text: string): string => text.replace(/[^\d+]/g, '');
const enoughDigits = 7;

/** Whom we know under this number and what they asked before, while it is being typed. */
export function CallerCard() {
  const { roles } = useUser();
  const phone = useSettled(digits(Form.useWatch<string | undefined>(['citizen', 'phone']) ?? ''));
  const isEnough = phone.length >= enoughDigits && phone.length <= 20;
  const known = useAnswer(
    'POST /api/citizens/search',
    { body: { phone } },
    { enabled: isEnough && mayCall('POST /api/citizens/search', roles) },
  );
  const contacts = known.data?.contacts ?? [];
  return (
    <>
      <Card size="small" title="来电人" loading={isEnough && known.isLoading}>
        {!isEnough && <p className="quiet">输入号码后显示联系人和历史工单</p>}
        {known.data?.restriction && <RestrictionNotice restriction={known.data.restriction} />}
        {isEnough && known.data && contacts.length === 0 && <p>首次来电</p>}
        {contacts.map((contact, index) => (
          <div key={contact.id ?? index} className="contact">
            <strong>{contact.name ?? '未留姓名'}</strong> <span className="number">{contact.phone}</span>
            {contact.confidential && <span className="due-red"> 要求保密</span>}
          </div>
        ))}
      </Card>
      {known.data && <CallerTickets known={known.data} />}
    </>
  );
}
