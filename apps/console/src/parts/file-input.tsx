import { FileExcelOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';

interface FileInputProps {
  readonly id?: string;
  readonly accept: string;
  readonly value?: File;
  readonly onChange?: (file: File | undefined) => void;
}

/** One file, held until the form is sent. */
export const FileInput = ({ id, accept, value, onChange }: FileInputProps) => (
  <Upload
    id={id}
    accept={accept}
    maxCount={1}
    fileList={value ? [{ uid: value.name, name: value.name }] : []}
    beforeUpload={(file) => {
      onChange?.(file);
      return false;
    }}
    onRemove={() => onChange?.(undefined)}
  >
    <Button icon={<FileExcelOutlined />}>选择文件</Button>
  </Upload>
);
