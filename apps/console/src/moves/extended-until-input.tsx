import { Alert } from 'antd';
import { limitUnits } from '#http-api/limit-units';
import type { RouteAnswer } from '#http-api/routes';
import { extensionApprovers } from '#ticket/request-state';
import { useAnswer } from '../api/use-answer';
import { InstantInput } from '../parts/instant-input';
import { instant } from '../words/instant';
import type { FieldProps } from './field-inputs';

type Terms = RouteAnswer<'GET /api/assignments/:id/extension-terms'>;

/** Until when more time is asked for, within what the rules give; they are said before anything is written. */
export function ExtendedUntilInput({ target, id, value, onChange }: Omit<FieldProps, 'row'>) {
  const params = { id: target.part?.id ?? '' };
  const { data: terms } = useAnswer('GET /api/assignments/:id/extension-terms', { params });
  return (
    <>
      <InstantInput
        id={id}
        value={value}
        onChange={onChange}
        from={terms?.dueAt ?? undefined}
        to={terms?.next?.latest}
      />
      {terms && <TermsWords terms={terms} />}
    </>
  );
}

function TermsWords({ terms: { dueAt, given, most, next, refused } }: { terms: Terms }) {
  if (refused !== null) return <Alert type="warning" showIcon title={refused} className="field-words" />;
  const times = `此类工单最多延期${most}次，已延期${given}次。`;
  const length =
    next &&
    `本次最长${next.amount}${limitUnits[next.unit].counted}，不晚于${instant(next.latest)}，由${extensionApprovers[next.approver].label}审批。`;
  return (
    <div className="quiet field-words">
      {dueAt && `现期限${instant(dueAt)}。`}
      {times}
      {length}
    </div>
  );
}
