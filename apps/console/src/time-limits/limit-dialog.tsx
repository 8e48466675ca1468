import { App, Button, Form } from 'antd';
import { useState } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { useWrite } from '../api/use-write';
import { Dialog } from '../parts/dialog';
import { RefusedNotice } from '../parts/refused-notice';
import { MovesPreview } from '../recomputing/moves-preview';
import { bodyOfLimit, valuesOfLimit, type LimitValues } from './limit-values';
import { LimitFields } from './limit-fields';
import type { LimitBody, LimitRow } from './limit-row';

interface Previewed {
  readonly body: LimitBody;
  readonly answer: RouteAnswer<'POST /api/time-limits'>;
}

/** A limit's next version: filled in, previewed, and only then saved. */
export function LimitDialog({ limit, close }: { limit: LimitRow | null; close(): void }) {
  const { message } = App.useApp();
  const [form] = Form.useForm<LimitValues>();
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const [preview, save] = [useWrite('POST /api/time-limits'), useWrite('POST /api/time-limits')];
  const look = async (values: LimitValues): Promise<void> => {
    const body = bodyOfLimit(values, limit);
    setPreviewed({ body, answer: await preview.mutateAsync({ query: { preview: 'true' }, body }) });
  };
  const send = async ({ body }: Previewed): Promise<void> => {
    await save.mutateAsync({ body });
    void message.success('时限已保存');
    close();
  };
  const moves = previewed?.answer.moves;
  return (
    <Dialog title={limit ? `修改${limit.label}` : '新增时限'} width={680} close={close}>
      <Form
        form={form}
        name="limit"
        layout="vertical"
        initialValues={valuesOfLimit(limit)}
        onValuesChange={() => setPreviewed(null)}
        onFinish={(values) => void look(values).catch(() => undefined)}
        autoComplete="off"
      >
        <LimitFields limit={limit} />
        <RefusedNotice error={save.error ?? preview.error} />
        {moves && <MovesPreview moves={moves} />}
        <div className="limit-buttons">
          <Button type={previewed ? 'default' : 'primary'} htmlType="submit" loading={preview.isPending}>
            预览影响
          </Button>
          {previewed && (
            <Button type="primary" loading={save.isPending} onClick={() => void send(previewed).catch(() => undefined)}>
              保存
            </Button>
          )}
        </div>
      </Form>
    </Dialog>
  );
}
