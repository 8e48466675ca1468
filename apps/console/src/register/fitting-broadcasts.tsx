import { Button, Card, Form } from 'antd';
import type { RouteAnswer } from '#http-api/routes';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { useSettled } from '../parts/use-settled';
import '../broadcasts/broadcasts.css';
import type { RegistrationValues } from './registration';

type Fitting = RouteAnswer<'POST /api/broadcasts/suggest'>['items'][number];

const [quietMs, fewestCharacters] = [450, 2];

/** What everybody is to answer of the matter that is being typed; the agent may answer with it at once. */
export function FittingBroadcasts() {
  const form = Form.useFormInstance<RegistrationValues>();
  const typed = Form.useWatch((values: RegistrationValues) => JSON.stringify(questionOf(values)), form);
  const body = JSON.parse(useSettled(typed, quietMs)) as ReturnType<typeof questionOf>;
  const isEnough = body.title.length >= fewestCharacters;
  const found = useAnswer(
    'POST /api/broadcasts/suggest',
    { body },
    { enabled: isEnough && mayCall('POST /api/broadcasts/suggest', useUser().roles), keep: true },
  );
  const items = (isEnough && found.data?.items) || [];
  if (items.length === 0) return null;
  const answerWith = ({ broadcast: { text, issue } }: Fitting): void =>
    form.setFieldsValue({ disposition: 'answer', answer: { text, issueId: issue?.id } });
  return (
    <Card size="small" title="统一答复口径" role="region" aria-label="统一答复口径">
      {items.map((item) => (
        <div key={item.broadcast.id} className="fitting">
          <strong>{item.broadcast.title}</strong>
          <span className="broadcast-text">{item.broadcast.text}</span>
          <div className="quiet">{item.reasons.join('；')}</div>
          <Button size="small" onClick={() => answerWith(item)}>
            按此口径直接答复
          </Button>
        </div>
      ))}
    </Card>
  );
}

const questionOf = ({ title = '', content = '', address, categoryCode, areaCode }: RegistrationValues) => ({
  title: title.trim().slice(0, 200),
  content: content.slice(0, 20_000),
  ...(address && { address: address.slice(0, 300) }),
  ...(categoryCode && { categoryCode }),
  ...(areaCode && { areaCode }),
});
