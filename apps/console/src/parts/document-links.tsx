import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import { Button } from 'antd';

/** A document as a file: PDF to be printed and filed, DOCX to be edited. */
export const DocumentLinks = ({ address }: { address: string }) => (
  <span className="document-links">
    <Button size="small" icon={<FilePdfOutlined />} href={`${address}?format=pdf`} download>
      PDF
    </Button>
    <Button size="small" icon={<FileWordOutlined />} href={`${address}?format=docx`} download>
      Word
    </Button>
  </span>
);
