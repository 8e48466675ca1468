import { Button, Form, Tooltip } from 'antd';
import { useAnswer } from '../api/use-answer';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { useSettled } from '../parts/use-settled';

/** Categories the text speaks for, one click away. */
export function SuggestedCategories() {
  const form = Form.useFormInstance();
  const { roles } = useUser();
  const title = useSettled(Form.useWatch<string | undefined>('title')?.trim() ?? '', 600);
  const content = useSettled(Form.useWatch<string | undefined>('content')?.trim() ?? '', 600);
  const chosen = Form.useWatch<string | undefined>('categoryCode');
  const suggested = useAnswer(
    'POST /api/routing/suggest',
    { body: { title: title.slice(0, 200), content } },
    { enabled: title.length >= 4 && mayCall('POST /api/routing/suggest', roles), keep: true, staleTime: 60_000 },
  );
  const offered = (title.length >= 4 && suggested.data?.category.slice(0, 3)) || [];
  if (offered.length === 0) return null;
  return (
    <div className="suggestions">
      {offered.map(({ code, name, reasons }) => (
        <Tooltip key={code} title={reasons.join('；')}>
          <Button
            size="small"
            type={chosen === code ? 'primary' : 'default'}
            onClick={() => form.setFieldValue('categoryCode', code)}
          >
            {name}
          </Button>
        </Tooltip>
      ))}
    </div>
  );
}
