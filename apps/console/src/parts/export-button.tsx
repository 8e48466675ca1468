import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { fileFormats, type FileFormat } from '#http-api/file-format';
import { takeOut } from '../api/call';
import { problemWords } from '../api/problem-words';
import type { Question } from '../api/use-pages';
import { saveFile } from './save-file';

const formats = Object.entries(fileFormats).map(([key, { label }]) => ({ key, label }));

/** 导出: the whole list as it is asked for, not only what is loaded. Who takes tickets out is recorded. */
export function ExportButton({ question: { route, request } }: { question: Question }) {
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const take = async (format: FileFormat): Promise<void> => {
    setBusy(true);
    try {
      const { name, file } = await takeOut(route, request, format);
      saveFile(name, file);
    } catch (reason) {
      void message.error(`导出未成功：${problemWords(reason)}`);
    } finally {
      setBusy(false);
    }
  };
  const menu = { items: formats, onClick: ({ key }: { key: string }) => void take(key as FileFormat) };
  return (
    <Dropdown menu={menu} trigger={['click']} disabled={isBusy}>
      <Button size="small" type="text" icon={<DownloadOutlined />} loading={isBusy} title="导出会留下记录">
        导出
      </Button>
    </Dropdown>
  );
}
