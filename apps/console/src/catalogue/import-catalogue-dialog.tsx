import { Button, Form } from 'antd';
import { useState } from 'react';
import { Dialog } from '../parts/dialog';
import { FileInput } from '../parts/file-input';
import { PreviewedForm } from '../parts/previewed-form';
import { CatalogueOutcome, type Outcome } from './catalogue-outcome';

const nothingChosen: { file?: File } = {};

/** 导入: a file of rows, what would become of each, and only then what did. */
export function ImportCatalogueDialog({ close }: { close(): void }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (outcome)
    return (
      <Dialog title="导入结果" width={720} close={close}>
        <CatalogueOutcome outcome={outcome} />
        <Button type="primary" onClick={close}>
          完成
        </Button>
      </Dialog>
    );
  return (
    <Dialog title="导入派单目录" width={720} close={close}>
      <PreviewedForm
        route="POST /api/dispatch-rules/import"
        initial={nothingChosen}
        bodyOf={({ file }) => file as File}
        previewOf={(answer) => <CatalogueOutcome outcome={answer} isPreview />}
        label="导入"
        onSaved={setOutcome}
      >
        <p className="quiet form-note">
          先从列表导出，改好后再导入：与现有规则不同的行成为新版本，新的行新增，其余不变；文件里没有的规则保持原样。
        </p>
        <Form.Item name="file" label="派单目录文件" rules={[{ required: true, message: '请选择文件' }]}>
          <FileInput accept=".xlsx,.csv" />
        </Form.Item>
      </PreviewedForm>
    </Dialog>
  );
}
