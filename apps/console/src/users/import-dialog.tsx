import { Form } from 'antd';
import { useState } from 'react';
import { pathOf, type RouteAnswer } from '#http-api/routes';
import { Dialog } from '../parts/dialog';
import { WriteForm } from '../parts/write-form';
import { FileInput } from '../parts/file-input';
import { ImportOutcome } from './import-outcome';

/** 批量导入: the template, the file, and what became of each row. */
export function ImportDialog({ close }: { close(): void }) {
  const [outcome, setOutcome] = useState<RouteAnswer<'POST /api/users/import'> | null>(null);
  if (outcome) return <ImportOutcome outcome={outcome} close={close} />;
  return (
    <Dialog title="批量导入用户" close={close}>
      <WriteForm
        route="POST /api/users/import"
        label="导入"
        requestOf={({ file }) => ({ body: file as File })}
        onDone={setOutcome}
      >
        <ol className="import-steps">
          <li>
            <a href={pathOf('GET /api/users/import-template')} download>
              下载模板
            </a>
            ，每行填一人：用户名、姓名、岗位、所属单位。可填的岗位和单位在模板第二页。
          </li>
          <li>保存为 XLSX 文件后在下面选择，一次最多1000人。</li>
          <li>导入后显示每人的初始密码，只显示一次，请当时下载或打印。</li>
        </ol>
        <Form.Item name="file" label="用户表" rules={[{ required: true, message: '请选择文件' }]}>
          <FileInput accept=".xlsx" />
        </Form.Item>
        <p className="quiet form-note">
          同一文件可以再次导入，已有的用户名不会重复添加，也不会改动；没拿到初始密码的，在列表中“重置密码”。
        </p>
      </WriteForm>
    </Dialog>
  );
}
