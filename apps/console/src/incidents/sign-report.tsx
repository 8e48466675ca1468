import { Alert, Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useUser } from '../identity/session';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import type { Report } from './report-page';

/** Whoever signs says that they have read it for what no pattern finds. */
export function SignReport({ report }: { report: Report }) {
  const [isSigning, setSigning] = useState(false);
  const isOwn = report.draftedBy.id === useUser().id;
  return (
    <>
      <Button
        type="primary"
        disabled={isOwn}
        title={isOwn ? '本人起草的快报须由他人签发' : undefined}
        onClick={() => setSigning(true)}
      >
        签发
      </Button>
      {isSigning && (
        <Dialog title="签发要情快报" close={() => setSigning(false)}>
          <Alert type="warning" showIcon title="签发后编文号，内容不再变动。" className="form-error" />
          <WriteForm
            route="POST /api/incident-reports/:id/sign"
            label="签发"
            requestOf={() => ({
              params: { id: report.id },
              version: report.version,
              body: { namesNobody: true as const },
            })}
            onDone={() => setSigning(false)}
          >
            <Form.Item
              name="namesNobody"
              valuePropName="checked"
              rules={[
                { validator: (_, isRead) => (isRead ? Promise.resolve() : Promise.reject(new Error('请先逐字核对'))) },
              ]}
            >
              <Checkbox>已逐字核对，正文不含可识别诉求人身份的信息</Checkbox>
            </Form.Item>
          </WriteForm>
        </Dialog>
      )}
    </>
  );
}
