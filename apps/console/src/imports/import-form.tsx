import { Form, Radio } from 'antd';
import { useState } from 'react';
import { fileFormatNames, fileFormats } from '#http-api/file-format';
import { pathOf } from '#http-api/routes';
import { importKinds, type ImportKind } from '#ticket/import-kind';
import { Dialog } from '../parts/dialog';
import { FileInput } from '../parts/file-input';
import { WriteForm } from '../parts/write-form';
import { optionsOf } from '../words/options';

interface ImportFormProps {
  close(): void;
  onDone(id: string): void;
}

const accept = fileFormatNames.map((format) => `.${format}`).join(',');

/** What a browser calls a file depends on what is installed beside it: its ending says what it is. */
function typed(file: File): File {
  const format = fileFormatNames.find((name) => file.name.toLowerCase().endsWith(`.${name}`));
  return format ? new File([file], file.name, { type: fileFormats[format].type }) : file;
}

/** The template, the file, and what its rows are to become. */
export function ImportForm({ close, onDone }: ImportFormProps) {
  const [kind, setKind] = useState<ImportKind>('tickets');
  return (
    <Dialog title="导入文件" close={close}>
      <WriteForm
        route="POST /api/imports"
        label="上传并导入"
        requestOf={({ file }) => ({ query: { kind }, body: typed(file as File) })}
        onDone={({ id }) => onDone(id)}
      >
        <Form.Item label="导入为" extra={kinds[kind]}>
          <Radio.Group
            options={optionsOf(importKinds)}
            optionType="button"
            buttonStyle="solid"
            value={kind}
            onChange={({ target }) => setKind(target.value as ImportKind)}
          />
        </Form.Item>
        <Form.Item
          name="file"
          label="文件（XLSX、CSV 或 JSONL）"
          rules={[{ required: true, message: '请选择文件' }]}
          extra={
            <>
              首行是表头，可
              <a href={`${pathOf('GET /api/imports/template')}?kind=${kind}`} download>
                下载模板
              </a>
              ；各列可填内容在模板第二页。
            </>
          }
        >
          <FileInput accept={accept} />
        </Form.Item>
      </WriteForm>
    </Dialog>
  );
}

const kinds: Record<ImportKind, string> = {
  tickets: '与新登记的工单一样派单、计时、回访。',
  history: '其他系统已办结的工单：只供查询，不计时、不回访、不发通知，默认不计入统计。',
};
