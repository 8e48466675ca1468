import { Button, Form } from 'antd';
import { useState } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { Dialog } from '../parts/dialog';
import { FileInput } from '../parts/file-input';
import { WriteForm } from '../parts/write-form';

type Outcome = RouteAnswer<'POST /api/survey-results'>;

/** 导入调查结果: what a survey company was told, as a table. */
export function ImportResults() {
  const [isOpen, setOpen] = useState(false);
  const { roles } = useUser();
  if (!mayCall('POST /api/survey-results', roles)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>导入调查结果</Button>
      {isOpen && <ImportDialog close={() => setOpen(false)} />}
    </>
  );
}

function ImportDialog({ close }: { close(): void }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <Dialog title="导入调查结果" width={640} close={close}>
      {outcome ? (
        <ResultsOutcome outcome={outcome} />
      ) : (
        <WriteForm
          route="POST /api/survey-results"
          label="导入"
          requestOf={({ file }) => ({ body: file as File })}
          onDone={setOutcome}
        >
          <p className="quiet form-note">
            首行为表头：工单编号、调查日期、是否联系、是否解决、满意度，另可有态度满意度、速度满意度、意见。同一文件可再次导入，已导入的行不会重复登记。
          </p>
          <Form.Item name="file" label="调查结果文件" rules={[{ required: true, message: '请选择文件' }]}>
            <FileInput accept=".xlsx,.csv" />
          </Form.Item>
        </WriteForm>
      )}
    </Dialog>
  );
}

const ResultsOutcome = ({ outcome: { accepted, known, refused } }: { outcome: Outcome }) => (
  <>
    <p>
      登记评价{accepted}条，此前已导入{known}行，没有导入{refused.length}行。
    </p>
    {refused.map(({ line, reason }) => (
      <p key={line}>
        第{line}行：{reason}
      </p>
    ))}
  </>
);
