import { Button, Card, Form } from 'antd';
import { Link } from 'react-router-dom';
import type { RouteAnswer } from '#http-api/routes';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { StateTag } from '../parts/state-tag';
import { useAltDigit } from '../parts/use-alt-digit';
import { useSettled } from '../parts/use-settled';
import { NudgeButton } from './nudge-button';
import { lookAlikeQuestion, type LookAlikeQuestion } from './look-alike-question';
import type { RegistrationValues } from './registration';

type LookAlike = RouteAnswer<'POST /api/tickets/similar'>['items'][number];

const quietMs = 450;
/** Fewer characters are about anything. */
const fewestCharacters = 3;

/** Tickets that are likely to be about the same, while it is being typed; the agent decides, nothing is merged by itself. */
export function LookAlikes() {
  const form = Form.useFormInstance<RegistrationValues>();
  const { roles } = useUser();
  // As text: an object would be another one each time.
  const typed = Form.useWatch((values: RegistrationValues) => JSON.stringify(lookAlikeQuestion(values)), form);
  const body = JSON.parse(useSettled(typed, quietMs)) as LookAlikeQuestion;
  const isEnough = body.title.length >= fewestCharacters;
  const found = useAnswer(
    'POST /api/tickets/similar',
    { body },
    { enabled: isEnough && mayCall('POST /api/tickets/similar', roles), keep: true, staleTime: 30_000 },
  );
  const items = (isEnough && found.data?.items) || [];
  const choose = useChoice();
  useAltDigit((digit) => {
    const item = items[digit - 1];
    if (item?.joinable) choose.toggle(item.ticket);
  });
  if (items.length === 0) return null;
  return (
    <Card size="small" title="疑似重复工单" role="region" aria-label="疑似重复工单" className="look-alikes">
      {items.map((item, index) => (
        <LookAlikeItem key={item.ticket.id} item={item} place={index + 1} />
      ))}
    </Card>
  );
}

/** One of them: what it is, why it is shown, and whether this call may be added to it. */
function LookAlikeItem({ item: { ticket, score, reasons, joinable }, place }: { item: LookAlike; place: number }) {
  const { chosen, toggle } = useChoice();
  const isChosen = chosen?.id === ticket.id;
  return (
    <div className="look-alike">
      <Link to={`/tickets/${ticket.id}`} target="_blank" className="card-link">
        {ticket.title}
      </Link>
      <div className="item-line">
        <span className="number">{ticket.number}</span>
        <StateTag state={ticket.state} round={1} />
        <span className="quiet">相似度 {Math.round(score * 100)}%</span>
      </div>
      <div className="quiet">{reasons.join('；')}</div>
      {joinable ? <NudgeButton ticket={ticket} /> : null}
      {joinable ? (
        <Button
          size="small"
          type={isChosen ? 'primary' : 'default'}
          aria-pressed={isChosen}
          onClick={() => toggle(ticket)}
        >
          {isChosen ? '登记后并入此件' : '并入此件'}（Alt+{place}）
        </Button>
      ) : (
        <span className="quiet">已结束，仅供参考</span>
      )}
    </div>
  );
}

/** Which of them this call is to be added to; chosen once more, none. */
function useChoice() {
  const form = Form.useFormInstance<RegistrationValues>();
  const chosen = Form.useWatch<RegistrationValues['join']>('join', { form, preserve: true });
  const toggle = (ticket: LookAlike['ticket']): void =>
    form.setFieldValue('join', chosen?.id === ticket.id ? undefined : ticket);
  return { chosen, toggle };
}
